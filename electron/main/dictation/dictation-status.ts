import { isFinishing, isSpeaking, type Done, type Lifecycle } from '#core/dictation/lifecycle.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { inOwnWindow } from '../insertion/beside-own-window.ts';

/** The status that a person sees: that of the newest dictation, unless only an older one goes on. */
export function dictationStatusOf(lifecycle: Lifecycle): DictationStatus {
  const { keying, done, undoableId } = lifecycle;
  if (isSpeaking(lifecycle)) return { phase: 'speaking', isLatched: keying.phase === 'latched' };
  if (done !== null) {
    const { outcome } = done;
    const offer = done.problem?.code === inOwnWindow.code ? ({ canInsert: true } as const) : {};
    const canUndo = undoableId !== null;
    return { phase: 'done', outcome, note: noteOf(done), canUndo, ...offer };
  }
  return { phase: isFinishing(lifecycle) ? 'finishing' : 'idle' };
}

function noteOf({ outcome, problem: why, isComplete }: Done): Problem | null {
  if (outcome === 'cancelled') return problem('cancelled', {});
  if (outcome === 'failed') return problem('not-transcribed', {});
  if (why !== null) return why;
  if (!isComplete) return problem('unconfirmed', {});
  return outcome === 'on-clipboard' ? problem('on-clipboard', {}) : null;
}
