import type { Problem } from '#shared/status.ts';
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
import type { Listening, ListeningEvent, ListeningOptions } from './listening.ts';
import { closed, settleMicrophone } from './microphone.ts';
import {
  endTurn,
  handOverInPause,
  handOverWhenLate,
  isHeard,
  sequence,
  toAllPassages,
  toPassage,
  type ListeningStep,
} from './passages.ts';
import { heardLife } from './proof-of-life.ts';
import { claim, firstSampleHeld, startSampleOf, switchPreRoll } from './pre-roll.ts';
import { renewSession } from './renewal.ts';
import { followTails } from './tail.ts';

/** Nothing is open, and nothing is wanted. */
export const silent = (options: ListeningOptions): Listening => ({
  options,
  captions: { phase: 'off' },
  finishing: [],
  finished: null,
  isCheckingLevel: false,
  dictations: noDictations,
  preRoll: 'off',
  microphone: 'closed',
  isRecording: false,
  unclaimedFrom: 0,
  capturedTo: 0,
  voice: noVoice,
  passages: [],
  nextPassage: 0,
  isHandingOver: false,
  isClosing: false,
  pausedFrom: null,
});

/** The next state and what has to be done; pure and total. */
export function stepListening(listening: Listening, event: ListeningEvent): ListeningStep {
  const [next, effects] = sequence(listening, [], (now) => react(now, event), finish);
  const [dictated, dictations] = completeDictations(noteWords(next, effects), effects);
  const claimed = claim(listening, dictated);
  const [settled, microphoneEffects] = settleMicrophone(claimed, startSampleOf(listening));
  // The microphone before everything else: whatever is said while the rest starts is kept.
  return [settled, [...microphoneEffects, ...effects, ...dictations]];
}

function react(listening: Listening, event: ListeningEvent): ListeningStep {
  const { captions } = listening;
  switch (event.type) {
    case 'start':
      return start(listening);
    case 'stop':
      return stop(listening, true);
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
        (now) => toAllPassages(now, { type: 'release' }),
      );
    case 'go-on':
      return goOn(listening);
    case 'force-endpoint':
      return isHeard(listening) ? endTurn(listening) : [listening, []];
    case 'dictate':
      return beginDictation(listening, event.id);
    case 'end-dictation':
      return stopDictation(listening);
    case 'dictation-timeout':
      return dictationTimedOut(listening, event.id);
    case 'check-level':
      // Captions show the level themselves, and what they record must end with them.
      return [{ ...listening, isCheckingLevel: event.isOn && !isHeard(listening) }, []];
    case 'pre-roll':
      return [switchPreRoll(listening, event.isOn), []];
    case 'captured':
      return captured(listening, event.toSample, event.levels);
    case 'microphone-closed':
      return microphoneClosed(listening);
    case 'microphone-failed':
      return microphoneFailed(listening, event.problem);
    case 'passage':
      return sequence(
        listening,
        [],
        (now) => handOverWhenLate(now, event.id, event.event),
        (now) => toPassage(now, event.id, event.event),
        (now) => (event.event.type === 'pong' ? heardLife(now, event.id) : failWith(now, event.id)),
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
    (now) => toAllPassages(now, { type: 'captured', toSample }),
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

/** Loudness tells which words are whose, until they are handed over. */
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
 * What was heard before is still made final. A session that was given no sound would be connected,
 * and tried again, for nothing.
 */
function microphoneFailed(listening: Listening, problem: Problem): ListeningStep {
  const quiet = withoutMicrophone(listening);
  if (listening.microphone === 'closing') return [quiet, []];
  const newest = listening.passages.at(-1);
  const isUnheard = newest !== undefined && newest.heardTo === newest.startSample;
  const withoutUnheard = (now: Listening): ListeningStep =>
    isUnheard ? toPassage(now, newest.id, { type: 'abandon' }) : [now, []];
  return sequence(quiet, [{ type: 'problem', problem }], withoutUnheard, endAll);
}

/** Nobody asked for its closing, so nothing opens it again by itself. */
const withoutMicrophone = (listening: Listening): Listening => ({
  ...closed(listening),
  isCheckingLevel: false,
  preRoll: listening.preRoll === 'on' ? 'failed' : listening.preRoll,
});

/** There is nothing more to hear, for whomever. */
const endAll = (listening: Listening): ListeningStep =>
  sequence(listening, [], (now) => endDictations(now, now.capturedTo), endTail);

/** Captions and a dictation end with the failure of the passage that they are streamed to. */
function failWith(listening: Listening, id: number): ListeningStep {
  const { passages, nextPassage } = listening;
  const isGone = passages.every((passage) => passage.id !== id);
  if (!isHeard(listening) || !isGone || id !== nextPassage - 1) return [listening, []];
  return endAll(listening);
}
