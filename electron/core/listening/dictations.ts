import { losesForcedWords } from '../segments/ending.ts';
import { tuning } from '../tuning.ts';
import { awaitRemainingWords, uncoveredSegments, type Uncovered } from './coverage.ts';
import type { Dictation, FinishingDictation } from './dictation.ts';
import { withDictation, type Listening, type ListeningEffect } from './listening.ts';
import { handOverInPause } from './hand-over.ts';
import { pingSegments } from './connection-check.ts';
import {
  beginStream,
  liveOf,
  sequence,
  toLiveSegment,
  type ListeningStep,
} from './segment-control.ts';
import { startSampleOf } from './pre-roll.ts';
import { tailFrom } from './tail.ts';
import { endTurnBefore } from './turn-end.ts';

/**
 * Begins a dictation. An earlier one that is still in its tail ends here.
 *
 * @param isApart whether it may not share the session of what was said before
 */
export function beginDictation(listening: Listening, id: number, isApart: boolean): ListeningStep {
  const { capturedTo } = listening;
  if (listening.dictations.all.at(-1)?.phase === 'on') return [listening, []];
  const startSample = startSampleOf(listening);
  const begun: Dictation = { id, startSample, isCut: false, phase: 'on' };
  return sequence(
    listening,
    [{ type: 'started' }],
    (now) => endDictations(now, capturedTo),
    (now) => [
      {
        ...now,
        dictations: { ...now.dictations, all: [...now.dictations.all, begun] },
        isCheckingLevel: false,
        isClosing: false,
        finished: null,
      },
      [],
    ],
    // While captions are recorded, their segment goes on. After their tail, another one follows.
    (now) => beginStream(now, startSample, isApart ? 'apart' : 'at-once'),
    endTurnBefore,
  );
}

/** The person released the key. Sound within the tail still belongs to the dictation. */
export function stopDictation(listening: Listening): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last?.phase !== 'on') return [listening, []];
  return [
    withDictation(listening, { ...last, phase: 'tail', ...tailFrom(listening.capturedTo) }),
    [{ type: 'set-dictation-timeout', id: last.id, timeoutMs: tuning.tailTimeoutMs }],
  ];
}

/** Ends the newest dictation, at `sample` at the latest, and requests its last words. */
export function endDictations(listening: Listening, sample: number): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last === undefined || last.phase === 'finishing') return [listening, []];
  const untilSample = last.phase === 'tail' ? Math.min(sample, last.untilSample) : sample;
  const isCutShort = last.phase === 'tail' && untilSample < last.untilSample;
  const newest = listening.segments.at(-1);
  const isForced = newest?.session.phase === 'open' && !losesForcedWords(newest) && !isCutShort;
  const { id, startSample, isCut } = last;
  const ended: FinishingDictation = {
    id,
    startSample,
    isCut,
    phase: 'finishing',
    untilSample,
    isForced,
    isCutShort,
    waits: 0,
    awaitedPongs: null,
  };
  return sequence(
    withDictation(listening, ended),
    [],
    (now) => [now, [{ type: 'dictation-ended', id: ended.id }, awaitRemainingWords(now, ended)]],
    (now) => {
      if (now.captions.phase === 'off')
        return toLiveSegment(now, { type: 'end-at', sample: untilSample });
      // If the tail was cut short, the end of the last word may not be sent yet.
      return now.captions.phase === 'on' && !isCutShort
        ? toLiveSegment(now, { type: 'force-endpoint' })
        : [now, []];
    },
  );
}

/** Ends the newest dictation once its tail was captured. */
export function endHeardTail(listening: Listening): ListeningStep {
  const { dictations, capturedTo } = listening;
  const last = dictations.all.at(-1);
  return last?.phase === 'tail' && capturedTo >= last.untilSample
    ? endDictations(listening, capturedTo)
    : [listening, []];
}

/** The tail or the finals of a dictation did not arrive in time. */
export function dictationTimedOut(listening: Listening, id: number): ListeningStep {
  const dictation = listening.dictations.all.find((known) => known.id === id);
  if (dictation?.phase === 'tail') return endDictations(listening, listening.capturedTo);
  if (dictation?.phase !== 'finishing') return [listening, []];
  const uncovered = uncoveredSegments(listening, dictation);
  // A segment that connects, catches up or ends has its own timeouts.
  const isAwaited = uncovered.some(
    ({ segment: { phase, session, caughtUpAt, heardTo }, coverage }) =>
      session.phase === 'connecting' ||
      session.phase === 'closed' ||
      (session.phase === 'terminating' && phase === 'settling') ||
      caughtUpAt > heardTo ||
      (coverage !== 'likely' && phase !== 'streaming'),
  );
  if (isAwaited) return [listening, [awaitFinals(dictation)]];
  const isOver = dictation.waits === tuning.finalWaits;
  const waiting = { ...dictation, waits: isOver ? Infinity : dictation.waits + 1 };
  if (isOver) return [withDictation(listening, waiting), []];
  return sequence(
    withDictation(listening, waiting),
    [awaitFinals(dictation)],
    (now) => endLiveTurn(now, uncovered),
    (now) => {
      if (!isAnswerDue(dictation, uncovered)) return [now, []];
      const segments = uncovered.map(({ segment }) => segment.id);
      return pingSegments(now, waiting, segments);
    },
  );
}

/**
 * Some models lose words after ForceEndpoint, so while captions are on, their turn is left to end
 * automatically. If it has not ended by now, the session ends at the next pause, which makes the turn
 * final, and captions go on in another session.
 */
function endLiveTurn(listening: Listening, uncovered: readonly Uncovered[]): ListeningStep {
  const live = liveOf(listening);
  // In older sessions the rest is likely no word, else their own timeouts were waited for.
  const isOwed = uncovered.some(({ coverage }) => coverage !== 'likely');
  if (live === undefined || !losesForcedWords(live) || !isOwed) return [listening, []];
  return handOverInPause({ ...listening, isHandingOver: true });
}

/**
 * Whether the service has had time to answer, so that no answer means that it found no word. One wait
 * is enough after ForceEndpoint. Without it, the last word may still arrive.
 */
function isAnswerDue(
  { isCutShort, isForced, waits }: FinishingDictation,
  uncovered: readonly Uncovered[],
): boolean {
  if (isCutShort || uncovered.some(({ coverage }) => coverage === 'pending')) return false;
  const isLikely = uncovered.every(({ coverage }) => coverage === 'likely');
  return waits > 0 || (isLikely && isForced);
}

const awaitFinals = ({ id }: Dictation): ListeningEffect => ({
  type: 'set-dictation-timeout',
  id,
  timeoutMs: tuning.finalTimeoutMs,
});
