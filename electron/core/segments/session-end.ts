import { tuning } from '../tuning.ts';
import { isTooFast, retryAfterMsOf, retryOf } from '../assemblyai/failure.ts';
import type { SessionEffect } from '../assemblyai/session-state.ts';
import {
  isUnsettled,
  type Segment,
  type SegmentEffect,
  type SegmentStep,
  type Surroundings,
} from './segment.ts';
import { retryDelayOf, isConfirmed, unfinalOf } from './finality.ts';
import { withdrawPartials } from './spoken.ts';

export const stopTimer: SegmentEffect = { type: 'set-timeout', timeoutMs: null };

export const awaitTurnToSend: SegmentEffect = { type: 'set-timeout', timeoutMs: tuning.yieldedMs };

export function withdraw(segment: Segment, fromSample: number): SegmentStep {
  const [spoken, turns] = withdrawPartials(segment.spoken, fromSample);
  return [{ ...segment, spoken }, turns.map((turn) => ({ type: 'turn', turn }))];
}

/** Decides what follows the end of a session: the segment is over, or another session retries. */
export function ended(
  segment: Segment,
  { failure, durations }: Extract<SessionEffect, { type: 'ended' }>,
  around: Surroundings,
): SegmentStep {
  if (!isUnsettled(segment)) return [{ ...segment, phase: 'over' }, [stopTimer]];
  // The session ended on request after the last words, so all of its turns are final.
  const isFinished = segment.phase === 'settling' && failure === null && !segment.yields;
  const isEnding = segment.phase === 'ending' || isFinished;
  if (isEnding && isConfirmed(segment, durations)) {
    const over: Segment = { ...segment, phase: 'over' };
    const [next, effects] = durations === null ? [over, []] : withdraw(over, over.startSample);
    return [next, [stopTimer, ...effects, ...(isFinished ? [{ type: 'settled' } as const] : [])]];
  }
  // The session ended in favour of live speech: this is no failure.
  if (segment.yields) return [segment, [awaitTurnToSend]];
  const lost = failure ?? { cause: 'closed', code: 1000 };
  const tooFast = segment.tooFast + (isTooFast(lost) ? 1 : 0);
  const failedAttempts = segment.failedAttempts + 1;
  const unconfirmedEnds = segment.unconfirmedEnds + (isEnding ? 1 : 0);
  const retry = retryOf(lost);
  if (retry === 'never' || failedAttempts >= around.maxAttempts)
    return [
      { ...segment, phase: 'over' },
      [stopTimer, { type: 'failed', failure: lost, unfinal: unfinalOf(segment, around) }],
    ];
  return [
    { ...segment, failedAttempts, tooFast, unconfirmedEnds },
    [
      { type: 'lost', failure: lost, failedAttempts },
      { type: 'set-timeout', ...retryDelayOf(retry, failedAttempts, retryAfterMsOf(lost)) },
    ],
  ];
}
