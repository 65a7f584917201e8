import { turnsPerSegment } from '../segments/segment.ts';
import { tuning } from '../tuning.ts';
import { isDictating } from './dictation.ts';
import type { Finishing, Listening } from './listening.ts';
import {
  beginStream,
  sequence,
  toAllSegments,
  toLiveSegment,
  type ListeningStep,
} from './segment-control.ts';
import { startSampleOf } from './pre-roll.ts';
import { tailFrom } from './tail.ts';

/** Captions are on, or start again after their tail. */
export const areCaptionsWanted = ({ captions }: Listening): boolean =>
  captions.phase === 'on' || (captions.phase === 'tail' && captions.startsAgain);

/** Starts captions. A dictation that is being spoken goes on. */
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

/** Resumes captions that a `close` ended. A later stop then reports the text of both parts. */
export function goOn(listening: Listening): ListeningStep {
  const { captions, pausedFrom } = listening;
  if (captions.phase !== 'off') return start(listening);
  return startAt(listening, startSampleOf(listening), pausedFrom ?? nextTurnOf(listening));
}

/**
 * Whether the last words of captions that a `close` ended are still pending. A start then resumes
 * those captions.
 */
const isClosedAwaited = ({ finishing, pausedFrom }: Listening): boolean =>
  finishing.some(({ isAsked, firstTurn }) => !isAsked && firstTurn === pausedFrom);

/** Starts captions at a sample, in the warm session or in a new one. */
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

/** The turn that is being spoken, if there is one; else the next turn. */
export function nextTurnOf({ segments, nextSegment }: Listening): number {
  const newest = segments.at(-1);
  if (newest?.phase === 'settled') return newest.spoken.nextTurnId;
  if (newest?.phase !== 'streaming') return nextSegment * turnsPerSegment;
  const { nextTurnId, open } = newest.spoken;
  return Math.min(nextTurnId, ...open.map(({ id }) => id));
}

/**
 * Ends captions after their tail.
 *
 * @param isAsked whether a person asked for the stop, and so receives the text
 */
export function stop(listening: Listening, isAsked: boolean): ListeningStep {
  const { captions } = listening;
  if (captions.phase === 'off' || (captions.phase === 'tail' && !captions.startsAgain))
    return [listening, []];
  const stopped = {
    ...({ phase: 'tail', firstTurn: captions.firstTurn, startsAgain: false } as const),
    ...tailFrom(listening.capturedTo),
    // A person who stopped, started again and now closes still waits for the text of that stop.
    isAsked: isAsked || (captions.phase === 'tail' && captions.isAsked),
  };
  return sequence(
    { ...listening, captions: stopped },
    [{ type: 'set-timeout', timeoutMs: tuning.tailTimeoutMs }],
    (tail) =>
      isDictating(tail.dictations)
        ? [tail, []]
        : toLiveSegment(tail, { type: 'end-at', sample: stopped.untilSample }),
  );
}

/** Ends captions at once and drops text that is not final. Dictations go on. */
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
      if (dictations.all.length === 0) return toAllSegments(off, { type: 'abandon' });
      return isDictating(dictations)
        ? [off, []]
        : toLiveSegment(off, { type: 'end-at', sample: capturedTo });
    },
  );

/**
 * Ends the tail: all sound of the captions was captured, and their last words are pending. A dictation
 * that is being spoken keeps their session. The text of those captions is shown and not reported.
 */
export function endTail(listening: Listening): ListeningStep {
  const { captions, dictations, segments, capturedTo } = listening;
  if (captions.phase === 'off') return [listening, []];
  const isTail = captions.phase === 'tail';
  const endSample = isTail ? Math.min(capturedTo, captions.untilSample) : capturedTo;
  const isAsked = isTail && captions.isAsked;
  const live = segments.at(-1);
  const off: Listening = { ...listening, captions: { phase: 'off' } };
  const isKept = isDictating(dictations) && live?.untilSample === null;
  const ended = isKept
    ? off
    : awaitWords(off, captions.firstTurn, live?.id ?? listening.nextSegment - 1, isAsked);
  return sequence(
    ended,
    [
      { type: 'set-timeout', timeoutMs: null },
      ...(isKept && isAsked ? [{ type: 'no-text-follows' } as const] : []),
    ],
    (now) => (isKept ? [now, []] : toLiveSegment(now, { type: 'end-at', sample: endSample })),
    (now) => (isDictating(now.dictations) ? beginStream(now, endSample, 'at-once') : [now, []]),
    (now) =>
      isTail && captions.startsAgain ? startAt(now, endSample, nextTurnOf(now)) : [now, []],
  );
}

const awaitWords = (
  listening: Listening,
  firstTurn: number,
  lastSegment: number,
  isAsked: boolean,
): Listening => ({
  ...listening,
  finishing: [...listening.finishing, { firstTurn, lastSegment, isAsked }],
  isHandingOver: false,
});

const textOf = ({ firstTurn, lastSegment }: Finishing) => ({ firstTurn, lastSegment });

/** Reports the text of stopped captions that have all of their words. */
export function finish(listening: Listening): ListeningStep {
  const isComplete = ({ firstTurn, lastSegment }: Finishing): boolean => {
    const firstSegment = Math.floor(firstTurn / turnsPerSegment);
    return !listening.segments.some(
      ({ id, phase }) => id >= firstSegment && id <= lastSegment && phase === 'settling',
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
    asked.map((one) => ({ type: 'finished', ...textOf(one), isAgain: false })),
  ];
}
