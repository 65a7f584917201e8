import { askUntil } from './ask-until.ts';
import {
  isOfAnotherProgram,
  isSameWindow,
  type Insertion,
  type Outcome,
  type Target,
} from './insertion.ts';
import type { Clock } from './port.ts';
import { realClock } from './real-clock.ts';
import { insertionTuning as tuning } from './tuning.ts';

/** A window of the app in which the person asks for a text that belongs elsewhere. */
export interface OwnWindow {
  readonly hasFocus: boolean;
  /** Gives the focus to another window. */
  stepAside(): void;
  /** Comes back without taking the focus. */
  comeBack(): void;
}

/**
 * Finds the window that had the focus before a window of the app, which steps aside until the text is
 * inserted.
 *
 * @param insert called with null if no other window gets the focus
 */
export async function pastOwnWindow(
  own: OwnWindow,
  insertion: Pick<Insertion, 'focused'>,
  insert: (target: Target | null) => Promise<Outcome>,
  clock: Clock = realClock,
): Promise<Outcome> {
  const focused = await insertion.focused();
  // If the focus is not known, stepping aside does not help.
  if (!own.hasFocus || focused === null || isOfAnotherProgram(focused)) return insert(focused);
  own.stepAside();
  try {
    return await insert(await otherThan(focused, insertion, clock));
  } finally {
    own.comeBack();
  }
}

const otherThan = (
  own: Target,
  insertion: Pick<Insertion, 'focused'>,
  clock: Clock,
): Promise<Target | null> =>
  askUntil(
    async () => {
      const focused = await insertion.focused();
      return focused !== null && isOwn(focused, own) ? null : focused;
    },
    clock,
    { timeoutMs: tuning.focusPassesTimeoutMs, pollMs: tuning.focusPollMs },
  );

/** On macOS an app can stay in front without a window, or with another window. */
const isOwn = (focused: Target, own: Target): boolean =>
  isSameWindow(focused, own) ||
  (own.processId !== undefined && focused.processId === own.processId);
