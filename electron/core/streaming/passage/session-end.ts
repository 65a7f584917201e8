import { tuning } from '../../tuning.ts';
import { isTooFast, retryAfterMsOf, retryOf } from '../failure.ts';
import type { SessionEffect } from '../session.ts';
import {
  isUnsettled,
  type Passage,
  type PassageEffect,
  type PassageStep,
  type Surroundings,
} from './passage.ts';
import { delayOf, isConfirmed, unfinalOf } from './prospects.ts';
import { withdrawPartials } from './spoken.ts';

export const stopTimer: PassageEffect = { type: 'set-timeout', timeoutMs: null };

export const awaitTurnToSend: PassageEffect = { type: 'set-timeout', timeoutMs: tuning.yieldedMs };

export function withdraw(passage: Passage, fromSample: number): PassageStep {
  const [spoken, turns] = withdrawPartials(passage.spoken, fromSample);
  return [{ ...passage, spoken }, turns.map((turn) => ({ type: 'turn', turn }))];
}

/** A session is over: whether the passage is, too, or when another session takes it up. */
export function ended(
  passage: Passage,
  { failure, durations }: Extract<SessionEffect, { type: 'ended' }>,
  around: Surroundings,
): PassageStep {
  if (!isUnsettled(passage)) return [{ ...passage, phase: 'over' }, [stopTimer]];
  // The end of the session was asked for behind the last words: its turns are final with it.
  const isFinished = passage.phase === 'settling' && failure === null && !passage.yields;
  const isEnding = passage.phase === 'ending' || isFinished;
  if (isEnding && isConfirmed(passage, durations)) {
    const over: Passage = { ...passage, phase: 'over' };
    const [next, effects] = durations === null ? [over, []] : withdraw(over, over.startSample);
    return [next, [stopTimer, ...effects, ...(isFinished ? [{ type: 'settled' } as const] : [])]];
  }
  // Asked to end for live speech: nothing has failed.
  if (passage.yields) return [passage, [awaitTurnToSend]];
  const lost = failure ?? { cause: 'closed', code: 1000 };
  const tooFast = passage.tooFast + (isTooFast(lost) ? 1 : 0);
  const failedAttempts = passage.failedAttempts + 1;
  const unconfirmedEnds = passage.unconfirmedEnds + (isEnding ? 1 : 0);
  const retry = retryOf(lost);
  if (retry === 'never' || failedAttempts >= around.maxAttempts)
    return [
      { ...passage, phase: 'over' },
      [stopTimer, { type: 'failed', failure: lost, unfinal: unfinalOf(passage, around) }],
    ];
  return [
    { ...passage, failedAttempts, tooFast, unconfirmedEnds },
    [
      { type: 'lost', failure: lost, failedAttempts },
      { type: 'set-timeout', ...delayOf(retry, failedAttempts, retryAfterMsOf(lost)) },
    ],
  ];
}
