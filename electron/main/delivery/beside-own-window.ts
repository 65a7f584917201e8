import type { Problem } from '#shared/status.ts';
import type { Delivery, Outcome, Target } from './delivery.ts';

/** A window of CaptionKey that can have the focus. */
export interface FocusableWindow {
  readonly hasFocus: boolean;
  /** Whether it has a text field that would take a text that is pasted now. */
  takesText(): Promise<boolean>;
}

/** The text is on the clipboard, and can be inserted in the window that had the focus before. */
export const inOwnWindow: Problem = {
  code: 'own-window',
  sentence: 'CaptionKey had the focus, so the text is on the clipboard.',
};

/**
 * A delivery that pastes into a window of CaptionKey only where a text field there takes the text. Its
 * page reads the clipboard in any case, so what it reads would prove nothing.
 */
export function besideOwnWindow(delivery: Delivery, own: FocusableWindow): Delivery {
  const isRefused = async (target: Target): Promise<boolean> => {
    if (!own.hasFocus || (await own.takesText())) return false;
    const focused = await delivery.focused();
    return focused?.windowId === target.windowId;
  };
  return {
    focused: () => delivery.focused(),
    deliver: async (text, target) => {
      if (target === null || !(await isRefused(target))) return delivery.deliver(text, target);
      return explained(await delivery.deliver(text, null));
    },
    dispose: () => delivery.dispose(),
  };
}

/** Where the text is on the clipboard by choice, that is no problem. */
const explained = (outcome: Outcome): Outcome =>
  outcome.type === 'on-clipboard' && outcome.problem !== null
    ? { type: 'on-clipboard', problem: inOwnWindow }
    : outcome;
