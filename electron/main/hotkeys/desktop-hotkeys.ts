import {
  heldWith,
  isLoneModifier,
  isMediaKey,
  isMouseButton,
  parseAccelerator,
  type Chord,
} from '#shared/accelerator.ts';
import type { HotkeyAction } from '#shared/actions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { System } from '#shared/system.ts';
import type { ChordEvent } from '../../key-watch/protocol.ts';
import { monotonicMs } from '../../monotonic.ts';
import type { Fork } from '../processes/child.ts';
import type { BackEnd, Binding, HotkeyStatus, KeyEvent } from './back-end.ts';
import type { ShortcutRegistry } from './global-shortcut/global-shortcut.electron.ts';
import { Presses } from './global-shortcut/presses.ts';
import { KeyWatchClient } from './key-watch/key-watch-client.ts';
import { RepeatGuard } from './windows/repeat-guard.ts';
import { Hold } from './hold.ts';
import { whyNotButton } from './shortcut-rules.ts';
import { X11Grabs } from './x11/x11-grabs.ts';

/**
 * Windows, macOS and X11. Every shortcut is grabbed, so that the program in front does not get it. For
 * the held one, the key watch alone reports press and release. It also receives the grab's presses, even
 * while it restarts. If it cannot run, the grab reports the press. A mouse button and a key for music are
 * held by what their grab reports, which only X11 can.
 */
export class DesktopHotkeys implements BackEnd {
  readonly areChosenElsewhere = false;
  readonly hearsEscape = true;
  readonly #shortcuts: ShortcutRegistry;
  readonly #isMac: boolean;
  readonly #onKey: (event: KeyEvent) => void;
  readonly #watch: KeyWatchClient;
  readonly #x11Grabs: X11Grabs;
  /** The held shortcut, if its grab reports the release. */
  readonly #grabHold = new Hold((type) => this.#reportHeld(type, monotonicMs()));
  /** Null if a grab lasts until its key is up. */
  readonly #repeats: RepeatGuard | null;
  readonly #grabbed = new Map<HotkeyAction, string>();
  #held: HotkeyAction | null = null;
  #heldChord: Chord | null = null;
  #isHeldByGrab = false;
  #escapes: string[] = [];

  /** @param onHotkeyStatus called when the status of the held shortcut changes later */
  constructor(
    parts: { fork: Fork; shortcuts: ShortcutRegistry; system: System },
    onKey: (event: KeyEvent) => void,
    onHotkeyStatus: (action: HotkeyAction, status: HotkeyStatus) => void,
  ) {
    this.#shortcuts = parts.shortcuts;
    this.#isMac = parts.system === 'macos';
    this.#x11Grabs = new X11Grabs(parts.system === 'linux');
    this.#repeats = parts.system === 'windows' ? new RepeatGuard(parts.shortcuts) : null;
    this.#onKey = onKey;
    this.#watch = new KeyWatchClient(parts.fork, {
      heard: (event, atMs) => this.#reportHeld(event, atMs),
      changed: () => {
        if (this.#held !== null) onHotkeyStatus(this.#held, this.#statusOf(this.#held));
      },
    });
  }

  async bind({ action, accelerator, isHeld }: Binding): Promise<HotkeyStatus> {
    const chord = parseAccelerator(accelerator, this.#isMac);
    if (chord !== null && isMouseButton(chord)) {
      const notHeard = this.#x11Grabs.isFor(accelerator) ? null : problem('button-not-heard', {});
      const refused = whyNotButton(chord, this.#isMac) ?? notHeard;
      if (refused !== null) return { problem: refused, holdProblem: null };
    }
    const isLone = chord !== null && isLoneModifier(chord);
    const canHold = chord !== null && (!isMediaKey(chord) || this.#x11Grabs.isHeld(accelerator));
    if (isLone && !isHeld) {
      const heldOnly = problem('shortcut-held-only', { shortcut: accelerator });
      return { problem: heldOnly, holdProblem: null };
    }
    // The watch starts first: the repeat of a key that only the grab reports would be another press.
    if (isHeld && canHold) await this.#hold(action, chord, accelerator);
    const refusal = isLone ? null : await this.#grab(action, accelerator);
    if (refusal !== null) {
      this.unbind(action);
      return { problem: refusal, holdProblem: null };
    }
    if (!isHeld) return { problem: null, holdProblem: null };
    return canHold ? this.#statusOf(action) : { problem: null, holdProblem: noKeyToHold };
  }

  unbind(action: HotkeyAction): void {
    if (action === this.#held) {
      this.#grabHold.release();
      this.#watch.stop();
      this.#repeats?.end();
      this.#held = null;
      this.#heldChord = null;
    }
    const accelerator = this.#grabbed.get(action);
    if (accelerator !== undefined) {
      if (this.#x11Grabs.isFor(accelerator)) this.#x11Grabs.release(accelerator);
      else this.#shortcuts.release(accelerator);
    }
    this.#grabbed.delete(action);
    this.#nameOwnKeys();
  }

  async #hold(action: HotkeyAction, chord: Chord, accelerator: string): Promise<void> {
    this.#held = action;
    this.#heldChord = chord;
    this.#isHeldByGrab = this.#x11Grabs.isHeld(accelerator);
    await this.#watch.start(this.#isHeldByGrab ? null : chord);
  }

  watchEscape(onEscape: (() => void) | null): void {
    for (const escape of this.#escapes) this.#shortcuts.release(escape);
    this.#escapes =
      onEscape === null
        ? []
        : this.#escapesNow.filter((escape) => this.#shortcuts.grab(escape, onEscape) === null);
    this.#nameOwnKeys();
  }

  watchInput(afterServerMs: number | null): () => boolean | null {
    return this.#watch.watchInput(afterServerMs);
  }

  dispose(): void {
    this.watchEscape(null);
    for (const action of this.#grabbed.keys()) this.unbind(action);
    if (this.#held !== null) this.unbind(this.#held);
    this.#x11Grabs.dispose();
  }

  async #grab(action: HotkeyAction, accelerator: string): Promise<Problem | null> {
    const presses = new Presses(() =>
      this.#onKey({ type: 'press', action, hasRelease: false, atMs: monotonicMs() }),
    );
    const onPress = (): void => {
      if (action === this.#held && this.#watch.hears) this.#watch.grabbed();
      else presses.hear();
    };
    const isHeldByGrab = action === this.#held && this.#isHeldByGrab;
    const listener = isHeldByGrab ? this.#grabHold : { press: onPress, release: () => undefined };
    const failure = this.#x11Grabs.isFor(accelerator)
      ? await this.#x11Grabs.grab(accelerator, listener)
      : this.#shortcuts.grab(accelerator, onPress);
    if (failure === null) {
      this.#grabbed.set(action, accelerator);
      this.#nameOwnKeys();
      return null;
    }
    if (failure === 'unknown') return problem('shortcut-impossible', { shortcut: accelerator });
    const chord = parseAccelerator(accelerator, this.#isMac);
    // macOS never says that another app has a key. Electron refuses those for music without the permission.
    return this.#isMac && chord !== null && isMediaKey(chord)
      ? problem('media-key-accessibility', {})
      : problem('shortcut-taken', { shortcut: accelerator });
  }

  #nameOwnKeys(): void {
    const accelerators = [...this.#grabbed.values(), ...this.#escapes];
    this.#watch.setOwnKeys(
      accelerators.flatMap((accelerator) => parseAccelerator(accelerator, this.#isMac) ?? []),
    );
  }

  /** A lone modifier cannot be grabbed, so it needs the key watch. */
  #statusOf(action: HotkeyAction): HotkeyStatus {
    const holdProblem = this.#isHeldByGrab ? null : this.#watch.problem;
    return { problem: this.#grabbed.has(action) ? null : holdProblem, holdProblem };
  }

  /** While the shortcut is held, Escape comes with its modifiers. */
  get #escapesNow(): string[] {
    const names = this.#heldChord === null ? [] : heldWith(this.#heldChord);
    return names.length === 0 ? ['Escape'] : ['Escape', [...names, 'Escape'].join('+')];
  }

  #reportHeld(type: ChordEvent, atMs: number): void {
    if (this.#held === null) return;
    if (type === 'press' && this.#heldChord !== null) this.#repeats?.begin(this.#heldChord);
    if (type === 'release') this.#repeats?.end();
    const about = { action: this.#held, atMs };
    this.#onKey(type === 'press' ? { type, ...about, hasRelease: true } : { type, ...about });
  }
}

const noKeyToHold = problem('no-key-to-hold', {});
