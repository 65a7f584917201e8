import { problem } from '#shared/problem.ts';
import {
  isOfAnotherProgram,
  isSameWindow,
  type Insertion,
  type Outcome,
  type Target,
} from './insertion.ts';

/** A window of CaptionKey that can have the focus. */
export interface FocusableWindow {
  readonly hasFocus: boolean;
  /** Whether a text field in it would take a pasted text now. */
  takesText(): Promise<boolean>;
}

/** The text is on the clipboard, and can be inserted in the window that had the focus before. */
export const inOwnWindow = problem('own-window', {});

/**
 * An insertion that pastes into a window of CaptionKey only if a text field there takes the text. Its
 * page reads the clipboard in any case, so a read would prove nothing.
 */
export function besideOwnWindow(insertion: Insertion, own: FocusableWindow): Insertion {
  const hasFocus = (): boolean => own.hasFocus;
  const isRefused = async (target: Target): Promise<boolean> => {
    if (isOfAnotherProgram(target) || !hasFocus() || (await own.takesText())) return false;
    const focused = await insertion.focused();
    return hasFocus() && focused !== null && isSameWindow(focused, target);
  };
  return {
    focused: () => insertion.focused(),
    insert: async (text, target, rules) => {
      if (target === null || !(await isRefused(target)))
        return insertion.insert(text, target, rules);
      return explained(await insertion.insert(text, null, rules));
    },
    dispose: () => insertion.dispose(),
  };
}

/** A text on the clipboard by choice is no problem. */
const explained = (outcome: Outcome): Outcome =>
  outcome.type === 'on-clipboard' && outcome.problem !== null
    ? { type: 'on-clipboard', problem: inOwnWindow }
    : outcome;
