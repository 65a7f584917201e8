import { askUntil } from '../ask-until.ts';
import type { Target } from '../insertion.ts';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';

/**
 * The window that has the keyboard. While one window hands it to another, Windows names none for a
 * moment (GetForegroundWindow), so the question is repeated before the answer counts.
 *
 * @param ask returns the window that has the keyboard now, or null
 */
export const awaitTarget = (ask: () => Target | null, clock: Clock): Promise<Target | null> =>
  askUntil(ask, clock, { timeoutMs: tuning.foregroundPassesMs, pollMs: tuning.focusPollMs });
