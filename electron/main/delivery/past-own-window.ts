import { setTimeout as sleep } from 'node:timers/promises';
import { isSameWindow, type Delivery, type Outcome, type Target } from './delivery.ts';
import { deliveryTuning as tuning } from './tuning.ts';

/** A window of ours in which a text is asked for that belongs elsewhere. */
export interface OwnWindow {
  readonly hasFocus: boolean;
  /** Lets another window have the focus. */
  stepAside(): void;
  /** Is there again, without taking the focus back. */
  comeBack(): void;
}

/**
 * Finds the window that had the focus before one of ours, which steps aside until the text is
 * delivered.
 *
 * @param deliver gets null where no other window is given the focus
 */
export async function pastOwnWindow(
  own: OwnWindow,
  delivery: Pick<Delivery, 'focused'>,
  deliver: (target: Target | null) => Promise<Outcome>,
): Promise<Outcome> {
  const focused = await delivery.focused();
  // Where nobody can tell who has the focus, nothing is gained by stepping aside.
  if (!own.hasFocus || focused === null) return deliver(focused);
  own.stepAside();
  try {
    return await deliver(await otherThan(focused, delivery));
  } finally {
    own.comeBack();
  }
}

async function otherThan(own: Target, delivery: Pick<Delivery, 'focused'>): Promise<Target | null> {
  const deadlineMs = performance.now() + tuning.focusPassesTimeoutMs;
  while (performance.now() < deadlineMs) {
    const focused = await delivery.focused();
    if (focused !== null && !isSameWindow(focused, own)) return focused;
    await sleep(tuning.focusPollMs);
  }
  return null;
}
