import {
  heldWith,
  isLoneModifier,
  isMouseButton,
  parseAccelerator,
  type Chord,
} from '#shared/accelerator.ts';
import { hotkeyActionSchema, type HotkeyAction } from '#shared/actions.ts';
import { messages } from '#shared/messages/index.ts';
import { problem, type Problem } from '#shared/problem.ts';
import * as v from 'valibot';
import { monotonicMs } from '../../../monotonic.ts';
import type { BackEnd, Binding, HotkeyStatus, KeyEvent } from '../back-end.ts';
import { KGlobalAccel } from './kglobalaccel.ts';
import { qtKeyOf } from './qt-keys.ts';
import { RepeatingHold } from './repeating-hold.ts';

interface Taken {
  chord: Chord;
  key: number;
  isHeld: boolean;
}

const desktop = 'KDE';

/** Escape, while a dictation runs. */
const cancel = 'cancel';

const heard: HotkeyStatus = { problem: null, holdProblem: null };
const refused = (problem: Problem): HotkeyStatus => ({ problem, holdProblem: null });

/**
 * KDE Plasma on Wayland: KWin takes the keys, and reports over D-Bus when they go down and up. What
 * is registered is removed at the end, and registered again when KWin has restarted.
 */
export class KGlobalAccelHotkeys implements BackEnd {
  readonly areChosenElsewhere = false;
  readonly hearsEscape = true;
  readonly #accel: KGlobalAccel;
  readonly #onKey: (event: KeyEvent) => void;
  readonly #taken = new Map<HotkeyAction, Taken>();
  readonly #down = new Set<HotkeyAction>();
  readonly #hold = new RepeatingHold((type) => this.#reportHeld(type));
  #onEscape: (() => void) | null = null;

  private constructor(accel: KGlobalAccel, onKey: (event: KeyEvent) => void) {
    this.#accel = accel;
    this.#onKey = onKey;
  }

  /**
   * Null if KWin does not answer.
   *
   * @param address of the session bus
   */
  static async open(
    address: string,
    onKey: (event: KeyEvent) => void,
  ): Promise<KGlobalAccelHotkeys | null> {
    const accel = await KGlobalAccel.open(address);
    if (accel === null) return null;
    const hotkeys = new KGlobalAccelHotkeys(accel, onKey);
    await accel.listen((type, action) => hotkeys.#hear(type, action));
    await accel.onRestart((isBack) => void hotkeys.#restarted(isBack));
    // After a crash of the app, KWin still keeps Escape from all programs.
    accel.release(cancel);
    return hotkeys;
  }

  async bind({ action, accelerator, isHeld }: Binding): Promise<HotkeyStatus> {
    const chord = parseAccelerator(accelerator, false);
    const key = chord && qtKeyOf(chord);
    if (chord === null) return refused(problem('shortcut-impossible', { shortcut: accelerator }));
    if (isMouseButton(chord)) return refused(problem('button-not-heard', {}));
    if (key === null) return refused(problem('desktop-needs-a-key', { desktop }));
    const taken = { chord, key, isHeld };
    try {
      if ((await this.#take(action, taken)).includes(key)) {
        this.#taken.set(action, taken);
        return heard;
      }
      this.#accel.release(action);
      const owner = await this.#accel.ownerOf(key);
      const about = { desktop, shortcut: accelerator };
      return refused(
        owner === null
          ? problem('desktop-keeps-shortcut', about)
          : problem('desktop-uses-shortcut', { ...about, owner }),
      );
    } catch {
      return refused(problem('desktop-gone', { desktop }));
    }
  }

  unbind(action: HotkeyAction): void {
    const taken = this.#taken.get(action);
    if (taken === undefined) return;
    this.#taken.delete(action);
    this.#down.delete(action);
    this.#accel.release(action);
    if (taken.isHeld) this.#hold.release();
  }

  watchEscape(onEscape: (() => void) | null): void {
    this.#onEscape = onEscape;
    if (onEscape === null) this.#accel.release(cancel);
    else void this.#takeEscape();
  }

  /** KWin does not report other keys. */
  watchInput(): () => null {
    return () => null;
  }

  dispose(): void {
    this.watchEscape(null);
    for (const action of [...this.#taken.keys()]) this.unbind(action);
    this.#accel.close();
  }

  #take(action: HotkeyAction, { key }: Taken): Promise<number[]> {
    return this.#accel.take(action, messages.actions[action].name, [key]);
  }

  /** While the dictation key is held, Escape comes with its modifiers. */
  async #takeEscape(): Promise<void> {
    const held = [...this.#taken.values()].find(({ isHeld }) => isHeld);
    const names = held === undefined || isLoneModifier(held.chord) ? [] : heldWith(held.chord);
    const keys = [['Escape'], [...names, 'Escape']]
      .map((parts) => parseAccelerator(parts.join('+'), false))
      .flatMap((chord) => (chord && qtKeyOf(chord)) ?? []);
    // Without Escape a dictation can be cancelled in other ways.
    await this.#accel
      .take(cancel, messages.actions.cancel.name, [...new Set(keys)])
      .catch(() => []);
    if (this.#onEscape === null) this.#accel.release(cancel);
  }

  #hear(type: 'press' | 'release', name: string): void {
    if (name === cancel && type === 'press') this.#onEscape?.();
    const action = v.safeParse(hotkeyActionSchema, name);
    if (!action.success) return;
    const taken = this.#taken.get(action.output);
    if (taken?.isHeld) this.#hold[type]();
    else if (taken !== undefined) this.#tap(type, action.output);
  }

  /** KWin repeats the press of a key that stays down. */
  #tap(type: 'press' | 'release', action: HotkeyAction): void {
    if (type === 'release') this.#down.delete(action);
    else if (!this.#down.has(action)) {
      this.#down.add(action);
      this.#onKey({ type, action, hasRelease: false, atMs: monotonicMs() });
    }
  }

  /** KWin has lost the keys and reports no release of a held one. */
  async #restarted(isBack: boolean): Promise<void> {
    this.#hold.release();
    this.#down.clear();
    if (!isBack) return;
    for (const [action, taken] of this.#taken) await this.#take(action, taken).catch(() => []);
    if (this.#onEscape !== null) await this.#takeEscape();
  }

  #reportHeld(type: 'press' | 'release'): void {
    const about = { action: 'dictate', atMs: monotonicMs() } as const;
    this.#onKey(type === 'press' ? { type, ...about, hasRelease: true } : { type, ...about });
  }
}
