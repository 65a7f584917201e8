import { heldWith, isLoneModifier, parseAccelerator, type Chord } from '#shared/accelerator.ts';
import type { HotkeyAction } from '#shared/setup.ts';
import type { ChordEvent } from '../../key-watch/protocol.ts';
import { monotonicMs } from '../../monotonic.ts';
import type { Fork } from '../child.ts';
import type { BackEnd, Binding, Hearing, KeyEvent } from './back-end.ts';
import type { Grabs } from './global-shortcut/global-shortcut.electron.ts';
import { Presses } from './global-shortcut/presses.ts';
import { KeyWatchClient } from './key-watch/key-watch-client.ts';
import { FunctionKeyGrabs } from './x11/function-key-grabs.ts';

/**
 * Windows, macOS and X11. Every shortcut is grabbed, so that the program in front does not get it.
 * Of the one that is held, the key watch alone tells press and release, and is told what the grab
 * has seen, also while it is started anew; where it cannot be had, the grab tells the press.
 */
export class DesktopHotkeys implements BackEnd {
  readonly areChosenElsewhere = false;
  readonly #grabs: Grabs;
  readonly #isMac: boolean;
  readonly #onKey: (event: KeyEvent) => void;
  readonly #watch: KeyWatchClient;
  readonly #functionKeys = new FunctionKeyGrabs();
  readonly #grabbed = new Map<HotkeyAction, string>();
  #held: HotkeyAction | null = null;
  #heldChord: Chord | null = null;
  #escapes: string[] = [];

  /** @param onHearing called with what is heard of the held shortcut when that changes later */
  constructor(
    parts: { fork: Fork; grabs: Grabs; isMac: boolean },
    onKey: (event: KeyEvent) => void,
    onHearing: (action: HotkeyAction, hearing: Hearing) => void,
  ) {
    this.#grabs = parts.grabs;
    this.#isMac = parts.isMac;
    this.#onKey = onKey;
    this.#watch = new KeyWatchClient(parts.fork, {
      heard: (event, atMs) => this.#tellHeld(event, atMs),
      changed: () => {
        if (this.#held !== null) onHearing(this.#held, this.#hearing(this.#held));
      },
    });
  }

  async bind({ action, accelerator, isHeld }: Binding): Promise<Hearing> {
    const chord = parseAccelerator(accelerator, this.#isMac);
    const isLone = chord !== null && isLoneModifier(chord);
    if (isLone && !isHeld) {
      const problem = `${accelerator} alone can only be held. Choose another shortcut with Change.`;
      return { problem, holdProblem: null };
    }
    // The watch first: a key that the grab alone told of would be pressed again by its repeat.
    if (isHeld && chord !== null) await this.#hold(action, chord);
    const problem = isLone ? null : await this.#grab(action, accelerator);
    if (problem !== null) {
      this.unbind(action);
      return { problem, holdProblem: null };
    }
    if (!isHeld) return { problem: null, holdProblem: null };
    return chord === null ? { problem: null, holdProblem: noKeyToHold } : this.#hearing(action);
  }

  unbind(action: HotkeyAction): void {
    if (action === this.#held) {
      this.#watch.stop();
      this.#held = null;
      this.#heldChord = null;
    }
    const accelerator = this.#grabbed.get(action);
    if (accelerator !== undefined) {
      if (this.#functionKeys.isFor(accelerator)) this.#functionKeys.release(accelerator);
      else this.#grabs.release(accelerator);
    }
    this.#grabbed.delete(action);
    this.#nameOwnKeys();
  }

  async #hold(action: HotkeyAction, chord: Chord): Promise<void> {
    this.#held = action;
    this.#heldChord = chord;
    await this.#watch.start(chord);
  }

  watchEscape(onEscape: (() => void) | null): void {
    for (const escape of this.#escapes) this.#grabs.release(escape);
    this.#escapes =
      onEscape === null
        ? []
        : this.#escapesNow.filter((escape) => this.#grabs.grab(escape, onEscape) === null);
    this.#nameOwnKeys();
  }

  watchInput(behindServerMs: number | null): () => boolean | null {
    return this.#watch.watchInput(behindServerMs);
  }

  dispose(): void {
    this.watchEscape(null);
    for (const action of this.#grabbed.keys()) this.unbind(action);
    if (this.#held !== null) this.unbind(this.#held);
    this.#functionKeys.dispose();
  }

  async #grab(action: HotkeyAction, accelerator: string): Promise<string | null> {
    const presses = new Presses(() =>
      this.#onKey({ type: 'press', action, hasRelease: false, atMs: monotonicMs() }),
    );
    const onPress = (): void => {
      if (action === this.#held && this.#watch.hears) this.#watch.grabbed();
      else presses.hear();
    };
    const failure = this.#functionKeys.isFor(accelerator)
      ? await this.#functionKeys.grab(accelerator, onPress)
      : this.#grabs.grab(accelerator, onPress);
    if (failure === null) {
      this.#grabbed.set(action, accelerator);
      this.#nameOwnKeys();
      return null;
    }
    const what =
      failure === 'taken'
        ? `Another app has taken ${accelerator}`
        : `“${accelerator}” cannot be a shortcut here`;
    return `${what}. Choose another with Change.`;
  }

  #nameOwnKeys(): void {
    const accelerators = [...this.#grabbed.values(), ...this.#escapes];
    this.#watch.setOwnKeys(
      accelerators.flatMap((accelerator) => parseAccelerator(accelerator, this.#isMac) ?? []),
    );
  }

  /** A lone modifier cannot be grabbed, so without the watch it is not heard at all. */
  #hearing(action: HotkeyAction): Hearing {
    const holdProblem = this.#watch.problem;
    return { problem: this.#grabbed.has(action) ? null : holdProblem, holdProblem };
  }

  /** While the shortcut is held, Escape comes with its modifiers. */
  get #escapesNow(): string[] {
    const names = this.#heldChord === null ? [] : heldWith(this.#heldChord);
    return names.length === 0 ? ['Escape'] : ['Escape', [...names, 'Escape'].join('+')];
  }

  #tellHeld(type: ChordEvent, atMs: number): void {
    if (this.#held === null) return;
    const about = { action: this.#held, atMs };
    this.#onKey(type === 'press' ? { type, ...about, hasRelease: true } : { type, ...about });
  }
}

const noKeyToHold =
  'This key cannot be held, so it is pressed to start and pressed again to stop. Choose another with Change to hold it.';
