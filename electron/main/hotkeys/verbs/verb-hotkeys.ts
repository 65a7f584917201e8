import type { HotkeyAction } from '#shared/setup.ts';
import type { BackEnd, Hearing } from '../back-end.ts';

/** Where apps may not hear global keys: says what to bind to a key in the compositor. */
export class VerbHotkeys implements BackEnd {
  readonly areChosenElsewhere = true;
  readonly #command: (action: HotkeyAction) => string;

  /** @param command what does the action, on a command line */
  constructor(command: (action: HotkeyAction) => string) {
    this.#command = command;
  }

  bind({ action }: { action: HotkeyAction }): Promise<Hearing> {
    return Promise.resolve({
      problem: `Wayland lets no app hear global keys. Bind this command in your compositor's settings: ${this.#command(action)}`,
      holdProblem: 'Wayland tells no app when a key is released, so the command starts and stops.',
    });
  }

  /** There is nothing to let go of. */
  unbind(): void {
    return;
  }

  /** Escape belongs to the program that has the focus. */
  watchEscape(): void {
    return;
  }

  /** No app may know what is pressed elsewhere. */
  watchInput(): () => null {
    return () => null;
  }

  /** There is nothing to end. */
  dispose(): void {
    return;
  }
}
