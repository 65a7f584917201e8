import { heldWith, isLoneModifier, type Chord } from '#shared/accelerator.ts';
import type { ShortcutRegistry } from '../global-shortcut/global-shortcut.electron.ts';

/**
 * Keeps the repeats of a held key from the program in front. Windows takes a shortcut only while all of
 * its modifiers are down, and fingers release these first. Then the key would type, or with Alt alone
 * open the menu of the window.
 */
export class RepeatGuard {
  readonly #shortcuts: ShortcutRegistry;
  #grabbed: string[] = [];

  constructor(shortcuts: ShortcutRegistry) {
    this.#shortcuts = shortcuts;
  }

  /** The chord is held: also takes its key with fewer modifiers. */
  begin(chord: Chord): void {
    this.end();
    if (isLoneModifier(chord)) return;
    this.#grabbed = subsets(heldWith(chord))
      .filter((names) => names.length < chord.modifiers.length)
      .map((names) => [...names, chord.key].join('+'))
      .filter((accelerator) => this.#shortcuts.grab(accelerator, () => undefined) === null);
  }

  /** The key is up: releases these again. */
  end(): void {
    for (const accelerator of this.#grabbed) this.#shortcuts.release(accelerator);
    this.#grabbed = [];
  }
}

const subsets = (names: string[]): string[][] => {
  const [first, ...rest] = names;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((subset) => [subset, [first, ...subset]]);
};
