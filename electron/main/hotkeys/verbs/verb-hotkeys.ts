import type { HotkeyAction } from '#shared/actions.ts';
import { problem } from '#shared/problem.ts';
import type { BackEnd, HotkeyStatus } from '../back-end.ts';

/**
 * Desktops without global hotkeys for apps. It says which command to bind to a key in the compositor.
 */
export class VerbHotkeys implements BackEnd {
  readonly areChosenElsewhere = true;
  readonly hearsEscape = false;
  readonly #command: (action: HotkeyAction) => string;

  /** @param command the command line of an action */
  constructor(command: (action: HotkeyAction) => string) {
    this.#command = command;
  }

  bind({ action }: { action: HotkeyAction }): Promise<HotkeyStatus> {
    return Promise.resolve({
      problem: problem('no-global-keys', { command: this.#command(action) }),
      holdProblem: problem('no-release-wayland', {}),
    });
  }

  /** Does nothing, because no key is taken. */
  unbind(): void {
    return;
  }

  /** Does nothing, because Escape belongs to the program with the focus. */
  watchEscape(): void {
    return;
  }

  /** Null, because no app may see the keys of other programs. */
  watchInput(): () => null {
    return () => null;
  }

  /** Does nothing, because nothing runs. */
  dispose(): void {
    return;
  }
}
