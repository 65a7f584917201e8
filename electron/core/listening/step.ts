import { samplesIn } from '../audio-format.ts';
import type { Problem } from '#shared/status.ts';
import { turnsPerPassage } from '../streaming/passage/passage.ts';
import { tuning } from '../tuning.ts';
import { forgetVoice, hearVoice, noVoice } from '../voice/voice.ts';
import { firstSampleNeeded } from './held.ts';
import type { Listening, ListeningEffect, ListeningEvent, ListeningOptions } from './listening.ts';
import {
  beginNext,
  handOverInPause,
  handOverWhenLate,
  sequence,
  toAllPassages,
  toLivePassage,
  toPassage,
  type ListeningStep,
} from './passages.ts';

/** Nothing is open, and nothing is wanted. */
export const silent = (options: ListeningOptions): Listening => ({
  options,
  captions: { phase: 'off' },
  finishing: [],
  finished: null,
  isCheckingLevel: false,
  microphone: 'closed',
  capturedTo: 0,
  voice: noVoice,
  passages: [],
  nextPassage: 0,
  isHandingOver: false,
  isClosing: false,
});

/** The next state and what has to be done; pure and total. */
export function stepListening(listening: Listening, event: ListeningEvent): ListeningStep {
  const [next, effects] = sequence(listening, [], (now) => react(now, event), finish);
  const [settled, microphoneEffects] = settleMicrophone(next);
  // The microphone before everything else: whatever is said while the rest starts is kept.
  return [settled, [...microphoneEffects, ...effects]];
}

function react(listening: Listening, event: ListeningEvent): ListeningStep {
  switch (event.type) {
    case 'start':
      return start(listening);
    case 'stop':
      return stop(listening);
    case 'toggle':
      return areCaptionsWanted(listening) ? stop(listening) : start(listening);
    case 'cancel':
      return cancel(listening);
    case 'close':
      return sequence({ ...listening, isClosing: true, isCheckingLevel: false }, [], stop, (now) =>
        toAllPassages(now, { type: 'release' }),
      );
    case 'force-endpoint':
      return listening.captions.phase === 'on' ? toLivePassage(listening, event) : [listening, []];
    case 'check-level':
      // Captions show the level themselves, and what they record must end with them.
      return [
        { ...listening, isCheckingLevel: event.isOn && listening.captions.phase === 'off' },
        [],
      ];
    case 'captured':
      return captured(listening, event.toSample, event.level);
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
        (now) => failWith(now, event.id),
      );
    case 'renew-session':
      return [{ ...listening, isHandingOver: listening.captions.phase === 'on' }, []];
    case 'timeout':
      return listening.captions.phase === 'tail' ? endTail(listening) : [listening, []];
  }
}

const areCaptionsWanted = ({ captions }: Listening): boolean =>
  captions.phase === 'on' || (captions.phase === 'tail' && captions.startsAgain);

function settleMicrophone(listening: Listening): ListeningStep {
  const { captions, microphone, isCheckingLevel, capturedTo } = listening;
  const isHeard = captions.phase !== 'off';
  if ((isHeard || isCheckingLevel) && microphone === 'closed') {
    const open: ListeningEffect = { type: 'open-microphone', startSample: capturedTo };
    // What only shows the level is nobody's recording.
    return [{ ...listening, microphone: 'opening' }, isHeard ? [open, { type: 'record' }] : [open]];
  }
  if (!isHeard && !isCheckingLevel && (microphone === 'open' || microphone === 'opening'))
    return [{ ...listening, microphone: 'closing' }, [{ type: 'close-microphone' }]];
  return [listening, []];
}

function start(listening: Listening): ListeningStep {
  const { captions, capturedTo, isCheckingLevel } = listening;
  switch (captions.phase) {
    case 'on':
      return [listening, []];
    case 'off':
      return sequence(listening, isCheckingLevel ? [{ type: 'record' }] : [], (off) =>
        startAt(off, capturedTo),
      );
    case 'tail':
      return [{ ...listening, captions: { ...captions, startsAgain: true } }, []];
  }
}

/** Captions from a sample on: in the session that is kept warm, or in a new one. */
function startAt(listening: Listening, startSample: number): ListeningStep {
  const warm = listening.passages.at(-1);
  const isWarm = warm?.phase === 'settled';
  const firstTurn = isWarm ? warm.spoken.nextTurnId : listening.nextPassage * turnsPerPassage;
  return sequence(
    {
      ...listening,
      captions: { phase: 'on', firstTurn },
      isCheckingLevel: false,
      isClosing: false,
      finished: null,
    },
    [{ type: 'started' }],
    (on) =>
      isWarm ? toPassage(on, warm.id, { type: 'go-on', startSample }) : beginNext(on, startSample),
    (on) => toLivePassage(on, { type: 'captured', toSample: on.capturedTo }),
  );
}

function stop(listening: Listening): ListeningStep {
  const { captions } = listening;
  const untilSample = listening.capturedTo + samplesIn(tuning.tailMs);
  if (captions.phase === 'off' || (captions.phase === 'tail' && !captions.startsAgain))
    return [listening, []];
  const { firstTurn } = captions;
  return sequence(
    { ...listening, captions: { phase: 'tail', firstTurn, untilSample, startsAgain: false } },
    [{ type: 'set-timeout', timeoutMs: tuning.tailTimeoutMs }],
    (tail) => toLivePassage(tail, { type: 'end-at', sample: untilSample }),
  );
}

const cancel = (listening: Listening): ListeningStep =>
  sequence(
    { ...listening, captions: { phase: 'off' }, finishing: [], isCheckingLevel: false },
    [{ type: 'set-timeout', timeoutMs: null }],
    (off) => toAllPassages(off, { type: 'abandon' }),
  );

function captured(listening: Listening, toSample: number, level: number): ListeningStep {
  const chunk = { startSample: listening.capturedTo, endSample: toSample };
  const heard: Listening = {
    ...listening,
    microphone: listening.microphone === 'opening' ? 'open' : listening.microphone,
    capturedTo: toSample,
    voice: hearVoice(listening.voice, chunk, level),
  };
  return sequence(
    heard,
    [],
    (now) => toAllPassages(now, { type: 'captured', toSample }),
    (now) => {
      const { captions } = now;
      return captions.phase === 'tail' && toSample >= captions.untilSample
        ? endTail(now)
        : [now, []];
    },
    handOverInPause,
    (now) => [{ ...now, voice: forgetVoice(now.voice, firstSampleNeeded(now)) }, []],
  );
}

/** Everything that will be said has been heard: its last words are awaited. */
function endTail(listening: Listening): ListeningStep {
  const { captions, passages, capturedTo } = listening;
  if (captions.phase === 'off') return [listening, []];
  const isTail = captions.phase === 'tail';
  const endSample = isTail ? Math.min(capturedTo, captions.untilSample) : capturedTo;
  const lastPassage = passages.at(-1)?.id ?? listening.nextPassage - 1;
  const finishing = { firstTurn: captions.firstTurn, lastPassage, isAsked: isTail };
  return sequence(
    {
      ...listening,
      captions: { phase: 'off' },
      finishing: [...listening.finishing, finishing],
      isHandingOver: false,
    },
    [{ type: 'set-timeout', timeoutMs: null }],
    (off) => toLivePassage(off, { type: 'end-at', sample: endSample }),
    (off) => (isTail && captions.startsAgain ? startAt(off, endSample) : [off, []]),
  );
}

/** Hands over the text of what is complete by now. */
function finish(listening: Listening): ListeningStep {
  const isComplete = ({ firstTurn, lastPassage }: Listening['finishing'][number]): boolean => {
    const firstPassage = Math.floor(firstTurn / turnsPerPassage);
    return !listening.passages.some(
      ({ id, phase }) =>
        id >= firstPassage && id <= lastPassage && (phase === 'streaming' || phase === 'settling'),
    );
  };
  const complete = listening.finishing.filter(isComplete);
  if (complete.length === 0) return [listening, []];
  const asked = complete.filter(({ isAsked }) => isAsked);
  return [
    {
      ...listening,
      finishing: listening.finishing.filter((one) => !complete.includes(one)),
      finished: listening.captions.phase === 'off' ? (asked.at(-1) ?? null) : null,
    },
    asked.map(({ firstTurn, lastPassage }) => ({ type: 'finished', firstTurn, lastPassage })),
  ];
}

function microphoneClosed(listening: Listening): ListeningStep {
  if (listening.microphone === 'closing') return [{ ...listening, microphone: 'closed' }, []];
  return endTail({ ...listening, microphone: 'closed', isCheckingLevel: false });
}

/** What was heard before is still made final; without any sound there is nothing to wait for. */
function microphoneFailed(listening: Listening, problem: Problem): ListeningStep {
  const quiet: Listening = { ...listening, microphone: 'closed', isCheckingLevel: false };
  if (listening.microphone === 'closing') return [quiet, []];
  const live = listening.passages.at(-1);
  const hasHeard = live !== undefined && live.heardTo > live.startSample;
  return sequence(quiet, [{ type: 'problem', problem }], (failed) =>
    hasHeard ? endTail(failed) : cancel(failed),
  );
}

/** Captions end with the failure of the passage that they are streamed to. */
function failWith(listening: Listening, id: number): ListeningStep {
  const { captions, passages, nextPassage } = listening;
  const isGone = passages.every((passage) => passage.id !== id);
  if (captions.phase === 'off' || !isGone || id !== nextPassage - 1) return [listening, []];
  return endTail(listening);
}
