import type { StartedTarget } from './targets.ts';
import { answered } from './until.ts';

/** The windows of a desktop, each with an id and a title. */
interface Windows<Window extends { id: unknown; title: string }> {
  focused(): Promise<Window | null> | Window | null;
  focus(id: Window['id']): Promise<unknown>;
}

/** A program whose window a test can focus. */
export interface FocusableTarget<Window> extends StartedTarget {
  window: Window;
  focus(): Promise<void>;
}

/** Starts a program. Resolves when its window has the focus and gets what is typed. */
export async function startFocused<Window extends { id: unknown; title: string }>(
  windows: Windows<Window>,
  start: () => StartedTarget,
): Promise<FocusableTarget<Window>> {
  const before = await windows.focused();
  const target = start();
  const becomesFocused = (isWanted: (window: Window) => boolean): Promise<Window> =>
    answered(`the focus of ${target.title}`, async () => {
      const now = await windows.focused();
      return now !== null && isWanted(now) && (await target.getsKeys()) ? now : null;
    });
  const window = await becomesFocused(
    ({ id, title }) => title === target.title && id !== before?.id,
  );
  return {
    ...target,
    window,
    focus: async () => {
      await windows.focus(window.id);
      await becomesFocused(({ id }) => id === window.id);
    },
  };
}
