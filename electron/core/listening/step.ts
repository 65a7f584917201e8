import type { Problem } from '#shared/problem.ts';
import { forgetVoice, hearVoice, noVoice } from '../voice/voice.ts';
import { areCaptionsWanted, cancel, endTail, finish, goOn, start, stop } from './captions.ts';
import { completeDictations, noteWords } from './coverage.ts';
import { noDictations } from './dictation.ts';
import {
  beginDictation,
  dictationTimedOut,
  endDictations,
  endHeardTail,
  stopDictation,
} from './dictations.ts';
import { firstSampleHeld } from './held-sound.ts';
import { endTurn, handOverInPause, handOverWhenLate } from './hand-over.ts';
import type { Listening, ListeningEvent, ListeningOptions } from './listening.ts';
import { closed, settleMicrophone } from './microphone.ts';
import {
  isHeard,
  sequence,
  toAllSegments,
  toSegment,
  type ListeningStep,
} from './segment-control.ts';
import { pongReceived } from './connection-check.ts';
import { reserve, startSampleOf, switchPreRoll } from './pre-roll.ts';
import { stopQuiet } from './quiet.ts';
import { renewSession } from './renewal.ts';
import { followTails } from './tail.ts';
import { endTurnInPause } from './turn-end.ts';

/** The state at the start: nothing is open. */
export const initialListening = (options: ListeningOptions): Listening => ({
  options,
  captions: { phase: 'off' },
  quiet: { fromSample: 0, warnedAt: null },
  finishing: [],
  finished: null,
  isCheckingLevel: false,
  dictations: noDictations,
  preRoll: 'off',
  microphone: 'closed',
  isRecording: false,
  freeFrom: 0,
  capturedTo: 0,
  voice: noVoice,
  segments: [],
  nextSegment: 0,
  isHandingOver: false,
  endsTurnFrom: null,
  isClosing: false,
  pausedFrom: null,
});

/** Returns the next state and the effects to carry out. Pure; accepts every event in every state. */
export function stepListening(listening: Listening, event: ListeningEvent): ListeningStep {
  const [heard, heardEffects] = sequence(listening, [], (now) => react(now, event));
  const [next, effects] = sequence(
    heard,
    heardEffects,
    (now) => stopQuiet(now, heardEffects),
    finish,
  );
  const [dictated, dictations] = completeDictations(noteWords(next, effects), effects);
  const reserved = reserve(listening, dictated);
  const [settled, microphoneEffects] = settleMicrophone(reserved, startSampleOf(listening));
  // The microphone comes first, so that speech is captured while everything else starts.
  return [settled, [...microphoneEffects, ...effects, ...dictations]];
}

function react(listening: Listening, event: ListeningEvent): ListeningStep {
  const { captions } = listening;
  switch (event.type) {
    case 'start':
      return start(listening);
    case 'stop':
      return stop(listening, true);
    case 'end-captions':
      return stop(listening, false);
    case 'toggle':
      return areCaptionsWanted(listening) ? stop(listening, true) : start(listening);
    case 'cancel':
      return cancel(listening);
    case 'close':
      return sequence(
        {
          ...listening,
          isClosing: true,
          isCheckingLevel: false,
          preRoll: 'off',
          pausedFrom: captions.phase === 'on' ? captions.firstTurn : listening.pausedFrom,
        },
        [],
        (now) => stop(now, false),
        stopDictation,
        (now) => toAllSegments(now, { type: 'release' }),
      );
    case 'go-on':
      return goOn(listening);
    case 'force-endpoint':
      return isHeard(listening) ? endTurn(listening) : [listening, []];
    case 'dictate':
      return beginDictation(listening, event.id, event.isApart ?? false);
    case 'end-dictation':
      return stopDictation(listening);
    case 'dictation-timeout':
      return dictationTimedOut(listening, event.id);
    case 'check-level':
      // Captions show the level already, and their recording must end with them.
      return [{ ...listening, isCheckingLevel: event.isOn && !isHeard(listening) }, []];
    case 'pre-roll':
      return [switchPreRoll(listening, event.isOn), []];
    case 'captured':
      return captured(listening, event.toSample, event.levels);
    case 'microphone-closed':
      return microphoneClosed(listening);
    case 'microphone-failed':
      return microphoneFailed(listening, event.problem);
    case 'segment':
      return sequence(
        listening,
        [],
        (now) => handOverWhenLate(now, event.id, event.event),
        (now) => toSegment(now, event.id, event.event),
        (now) =>
          event.event.type === 'pong' ? pongReceived(now, event.id) : failWith(now, event.id),
      );
    case 'renew-session':
      return renewSession(listening);
    case 'timeout':
      return listening.captions.phase === 'tail' ? endTail(listening) : [listening, []];
  }
}

function captured(
  listening: Listening,
  toSample: number,
  levels: readonly number[],
): ListeningStep {
  const chunk = { startSample: listening.capturedTo, endSample: toSample };
  const heard: Listening = {
    ...listening,
    microphone: listening.microphone === 'opening' ? 'open' : listening.microphone,
    preRoll: listening.preRoll === 'failed' ? 'on' : listening.preRoll,
    capturedTo: toSample,
    voice: hearVoice(listening.voice, chunk, levels),
  };
  return sequence(
    heard,
    [],
    followTails,
    (now) => toAllSegments(now, { type: 'captured', toSample }),
    endTurnInPause,
    endHeardTail,
    (now) => {
      const { captions } = now;
      return captions.phase === 'tail' && toSample >= captions.untilSample
        ? endTail(now)
        : [now, []];
    },
    handOverInPause,
    forgetOldVoice,
  );
}

/** Keeps voice that a replay or a dictation needs: it decides which words belong to a dictation. */
function forgetOldVoice(listening: Listening): ListeningStep {
  const oldest = Math.min(
    firstSampleHeld(listening),
    ...listening.dictations.all.map(({ startSample }) => startSample),
  );
  return [{ ...listening, voice: forgetVoice(listening.voice, oldest) }, []];
}

function microphoneClosed(listening: Listening): ListeningStep {
  if (listening.microphone === 'closing') return [closed(listening), []];
  return endAll(withoutMicrophone(listening));
}

/**
 * Captions and dictations end, and their sound still becomes final text. A segment that received no
 * sound is abandoned, because its session would connect and retry for nothing.
 */
function microphoneFailed(listening: Listening, problem: Problem): ListeningStep {
  const unplugged = withoutMicrophone(listening);
  if (listening.microphone === 'closing') return [unplugged, []];
  const newest = listening.segments.at(-1);
  const isUnheard = newest !== undefined && newest.heardTo === newest.startSample;
  const withoutUnheard = (now: Listening): ListeningStep =>
    isUnheard ? toSegment(now, newest.id, { type: 'abandon' }) : [now, []];
  return sequence(unplugged, [{ type: 'problem', problem }], withoutUnheard, endAll);
}

/** The microphone closed without a request, so it does not reopen automatically. */
const withoutMicrophone = (listening: Listening): Listening => ({
  ...closed(listening),
  isCheckingLevel: false,
  preRoll: listening.preRoll === 'on' ? 'failed' : listening.preRoll,
});

/** Ends captions and the dictation, because no more sound comes. */
const endAll = (listening: Listening): ListeningStep =>
  sequence(listening, [], (now) => endDictations(now, now.capturedTo), endTail);

/** Ends captions and the dictation if the segment that receives their sound has failed. */
function failWith(listening: Listening, id: number): ListeningStep {
  const { segments, nextSegment } = listening;
  const isGone = segments.every((segment) => segment.id !== id);
  if (!isHeard(listening) || !isGone || id !== nextSegment - 1) return [listening, []];
  return endAll(listening);
}
