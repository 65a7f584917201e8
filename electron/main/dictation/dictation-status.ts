import {
  isFinishing,
  isInserting,
  isSpeaking,
  type Done,
  type Lifecycle,
} from '#core/dictation/lifecycle-state.ts';
import type { DictationOffer, DictationStatus } from '#shared/dictation-status.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { inOwnWindow } from '../insertion/beside-own-window.ts';
import type { Outcome } from '../insertion/insertion.ts';

/** The status that a person sees: that of the newest dictation, unless only an older one goes on. */
export function dictationStatusOf(lifecycle: Lifecycle): DictationStatus {
  const { keying, done } = lifecycle;
  if (isSpeaking(lifecycle)) return { phase: 'speaking', isLatched: keying.phase === 'latched' };
  if (done !== null) {
    const { outcome } = done;
    return { phase: 'done', outcome, note: noteOf(done), offers: offersOf(lifecycle, done) };
  }
  if (isInserting(lifecycle)) return { phase: 'inserting' };
  return { phase: isFinishing(lifecycle) ? 'finishing' : 'idle' };
}

function offersOf({ undoableId }: Lifecycle, { outcome, problem: why }: Done): DictationOffer[] {
  if (undoableId !== null) return ['undo'];
  if (why?.code === inOwnWindow.code) return ['insert'];
  return outcome === 'held' ? ['insert', 'copy'] : [];
}

function noteOf({ outcome, problem: why, isComplete }: Done): Problem | null {
  if (why !== null) return why;
  if (outcome === 'cancelled') return problem('cancelled', {});
  if (outcome === 'failed') return problem('not-transcribed', {});
  if (!isComplete) return problem('unconfirmed', {});
  return outcome === 'on-clipboard' ? problem('on-clipboard', {}) : null;
}

/**
 * The outcome of a dictation, as the person sees it.
 *
 * @param app the name of the program that the text was for
 */
export const doneWith = (outcome: Outcome, isComplete: boolean, app: string): Done => ({
  outcome: outcome.type,
  isComplete,
  problem: problemOf(outcome, app),
});

function problemOf(outcome: Outcome, app: string): Problem | null {
  if (outcome.type !== 'inserted') return outcome.problem;
  return outcome.enter === 'not-pressed' ? problem('enter-not-pressed', { app }) : null;
}
