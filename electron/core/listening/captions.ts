import { turnsPerPassage } from '../streaming/passage/passage.ts';
import { tuning } from '../tuning.ts';
import { isDictating } from './dictation.ts';
import type { Finishing, Listening } from './listening.ts';
import {
  beginStream,
  sequence,
  toAllPassages,
  toLivePassage,
  type ListeningStep,
} from './passages.ts';
import { startSampleOf } from './pre-roll.ts';
import { tailFrom } from './tail.ts';

/** On, or to be on again after the tail. */
export const areCaptionsWanted = ({ captions }: Listening): boolean =>
  captions.phase === 'on' || (captions.phase === 'tail' && captions.startsAgain);

/** Captions begin, beside a dictation that may be spoken. */
export function start(listening: Listening): ListeningStep {
  const { captions } = listening;
  switch (captions.phase) {
    case 'on':
      return [listening, []];
    case 'off':
      return isClosedAwaited(listening)
        ? goOn(listening)
        : startAt(listening, startSampleOf(listening), nextTurnOf(listening));
    case 'tail':
      return [{ ...listening, captions: { ...captions, startsAgain: true } }, []];
  }
}

/** Captions that a close has ended go on: who stops them later is given all of their text. */
export function goOn(listening: Listening): ListeningStep {
  const { captions, pausedFrom } = listening;
  if (captions.phase !== 'off') return start(listening);
  return startAt(listening, startSampleOf(listening), pausedFrom ?? nextTurnOf(listening));
}

/** Whoever starts captions before the last words of those that a close ended are there means those. */
const isClosedAwaited = ({ finishing, pausedFrom }: Listening): boolean =>
  finishing.some(({ isAsked, firstTurn }) => !isAsked && firstTurn === pausedFrom);

/** Captions from a sample on: in the session that is kept warm, or in a new one. */
function startAt(listening: Listening, startSample: number, firstTurn: number): ListeningStep {
  return sequence(
    {
      ...listening,
      captions: { phase: 'on', firstTurn },
      pausedFrom: null,
      isCheckingLevel: false,
      isClosing: false,
      finished: null,
    },
    [{ type: 'started' }],
    (on) => beginStream(on, startSample, 'when-final'),
  );
}

/** The turn that is spoken, where a dictation runs; else the first of what is said from now on. */
export function nextTurnOf({ passages, nextPassage }: Listening): number {
  const newest = passages.at(-1);
  if (newest?.phase === 'settled') return newest.spoken.nextTurnId;
  if (newest?.phase !== 'streaming') return nextPassage * turnsPerPassage;
  const { nextTurnId, open } = newest.spoken;
  return Math.min(nextTurnId, ...open.map(({ id }) => id));
}

/** Captions end after the tail, and a person who asked for it is given the text. */
export function stop(listening: Listening, isAsked: boolean): ListeningStep {
  const { captions } = listening;
  if (captions.phase === 'off' || (captions.phase === 'tail' && !captions.startsAgain))
    return [listening, []];
  const stopped = {
    ...({ phase: 'tail', firstTurn: captions.firstTurn, startsAgain: false } as const),
    ...tailFrom(listening.capturedTo),
    // Whoever asked before starting again is still owed that text.
    isAsked: isAsked || (captions.phase === 'tail' && captions.isAsked),
  };
  return sequence(
    { ...listening, captions: stopped },
    [{ type: 'set-timeout', timeoutMs: tuning.tailTimeoutMs }],
    (tail) =>
      isDictating(tail.dictations)
        ? [tail, []]
        : toLivePassage(tail, { type: 'end-at', sample: stopped.untilSample }),
  );
}

/** Captions end at once, and what was not final is nobody's; dictations go on. */
export const cancel = (listening: Listening): ListeningStep =>
  sequence(
    {
      ...listening,
      captions: { phase: 'off' },
      finishing: [],
      finished: null,
      isCheckingLevel: false,
    },
    [{ type: 'set-timeout', timeoutMs: null }],
    (off) => {
      const { dictations, capturedTo } = off;
      if (dictations.all.length === 0) return toAllPassages(off, { type: 'abandon' });
      return isDictating(dictations)
        ? [off, []]
        : toLivePassage(off, { type: 'end-at', sample: capturedTo });
    },
  );

/**
 * Everything that will be said has been heard: its last words are awaited. A dictation goes on in
 * the session of the captions, whose text is then only shown: nobody wants both at once.
 */
export function endTail(listening: Listening): ListeningStep {
  const { captions, dictations, passages, capturedTo } = listening;
  if (captions.phase === 'off') return [listening, []];
  const isTail = captions.phase === 'tail';
  const endSample = isTail ? Math.min(capturedTo, captions.untilSample) : capturedTo;
  const isAsked = isTail && captions.isAsked;
  const live = passages.at(-1);
  const off: Listening = { ...listening, captions: { phase: 'off' } };
  const ended =
    isDictating(dictations) && live?.untilSample === null
      ? off
      : awaitWords(off, captions.firstTurn, live?.id ?? listening.nextPassage - 1, isAsked);
  return sequence(
    ended,
    [{ type: 'set-timeout', timeoutMs: null }],
    (now) =>
      ended === off ? [now, []] : toLivePassage(now, { type: 'end-at', sample: endSample }),
    (now) => (isDictating(now.dictations) ? beginStream(now, endSample, 'at-once') : [now, []]),
    (now) =>
      isTail && captions.startsAgain ? startAt(now, endSample, nextTurnOf(now)) : [now, []],
  );
}

const awaitWords = (
  listening: Listening,
  firstTurn: number,
  lastPassage: number,
  isAsked: boolean,
): Listening => ({
  ...listening,
  finishing: [...listening.finishing, { firstTurn, lastPassage, isAsked }],
  isHandingOver: false,
});

const textOf = ({ firstTurn, lastPassage }: Finishing) => ({ firstTurn, lastPassage });

/** Hands over the text of what is complete by now. */
export function finish(listening: Listening): ListeningStep {
  const isComplete = ({ firstTurn, lastPassage }: Finishing): boolean => {
    const firstPassage = Math.floor(firstTurn / turnsPerPassage);
    return !listening.passages.some(
      ({ id, phase }) => id >= firstPassage && id <= lastPassage && phase === 'settling',
    );
  };
  const complete = listening.finishing.filter(isComplete);
  if (complete.length === 0) return [listening, []];
  const asked = complete.filter(({ isAsked }) => isAsked);
  const newest = listening.captions.phase === 'off' ? asked.at(-1) : undefined;
  return [
    {
      ...listening,
      finishing: listening.finishing.filter((one) => !complete.includes(one)),
      finished: newest === undefined ? null : { ...textOf(newest), hasChanged: false },
    },
    asked.map((one) => ({ type: 'finished', ...textOf(one) })),
  ];
}
