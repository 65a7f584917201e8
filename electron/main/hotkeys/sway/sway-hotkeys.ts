import * as v from 'valibot';
import {
  heldWith,
  isLoneModifier,
  isMouseButton,
  parseAccelerator,
  type Chord,
} from '#shared/accelerator.ts';
import type { HotkeyAction } from '#shared/actions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { monotonicMs } from '../../../monotonic.ts';
import { bindingEventSchema, reloadEventSchema } from '../../sway/messages.ts';
import { SwayIpc } from '../../sway/sway-ipc.ts';
import type { BackEnd, Binding, HotkeyStatus, KeyEvent } from '../back-end.ts';
import { bindCommand, boundBy, comboOf, isBoundIn, unbindCommand } from './bindings.ts';
import { Hold } from '../hold.ts';

interface Taken {
  combo: string;
  chord: Chord;
  isHeld: boolean;
}

const desktop = 'sway';

const heard: HotkeyStatus = { problem: null, holdProblem: null };
const refused = (problem: Problem): HotkeyStatus => ({ problem, holdProblem: null });

/**
 * sway, and compositors with the same IPC. The app adds bindings that do nothing, and sway reports their
 * presses and releases. The configuration does not change. The bindings are removed at the end, and
 * added again when sway reads its configuration again.
 */
export class SwayHotkeys implements BackEnd {
  readonly areChosenElsewhere = false;
  readonly hearsEscape = true;
  readonly #onKey: (event: KeyEvent) => void;
  readonly #ipc: SwayIpc;
  readonly #taken = new Map<HotkeyAction, Taken>();
  readonly #hold = new Hold((type) => this.#reportHeld(type));
  #escapes: string[] = [];
  #onEscape: (() => void) | null = null;

  private constructor(ipc: SwayIpc, onKey: (event: KeyEvent) => void) {
    this.#ipc = ipc;
    this.#onKey = onKey;
  }

  /**
   * Null if nothing answers.
   *
   * @param socket the `SWAYSOCK` of the environment
   */
  static async open(socket: string, onKey: (event: KeyEvent) => void): Promise<SwayHotkeys | null> {
    const ipc = await SwayIpc.open(socket).catch(() => null);
    if (ipc === null) return null;
    const hotkeys = new SwayHotkeys(ipc, onKey);
    // A hold ends if nothing can report its release any more.
    ipc.onClose(() => hotkeys.#hold.release());
    await ipc.subscribe(['binding', 'workspace'], (event, value) => {
      if (event === 'binding') hotkeys.#hear(value);
      else if (v.is(reloadEventSchema, value)) hotkeys.#bindAgain();
    });
    return hotkeys;
  }

  async bind({ action, accelerator, isHeld }: Binding): Promise<HotkeyStatus> {
    if (this.#ipc.isGone) return refused(problem('desktop-gone', { desktop }));
    const chord = parseAccelerator(accelerator, false);
    if (chord === null) return refused(problem('shortcut-impossible', { shortcut: accelerator }));
    if (isMouseButton(chord)) return refused(problem('button-not-heard', {}));
    if (isLoneModifier(chord) && !isHeld)
      return refused(problem('shortcut-held-only', { shortcut: accelerator }));
    const combo = comboOf(chord);
    if (isBoundIn(await this.#ipc.config(), combo))
      return refused(
        problem('desktop-uses-shortcut', { desktop, shortcut: accelerator, owner: null }),
      );
    const taken = { combo, chord, isHeld };
    this.#taken.set(action, taken);
    if (await this.#ipc.run(...bindCommands(action, taken))) return heard;
    this.unbind(action);
    return refused(problem('desktop-keeps-shortcut', { desktop, shortcut: accelerator }));
  }

  unbind(action: HotkeyAction): void {
    const taken = this.#taken.get(action);
    if (taken === undefined) return;
    this.#taken.delete(action);
    this.#run(unbindCommands(taken));
    if (taken.isHeld) this.#hold.release();
  }

  watchEscape(onEscape: (() => void) | null): void {
    this.#onEscape = onEscape;
    this.#run(this.#escapes.map((combo) => unbindCommand(combo, 'press')));
    this.#escapes = onEscape === null ? [] : this.#escapesNow;
    this.#run(this.#escapes.map((combo) => bindCommand(combo, 'escape')));
  }

  /** sway does not report other keys. */
  watchInput(): () => null {
    return () => null;
  }

  dispose(): void {
    this.watchEscape(null);
    for (const action of [...this.#taken.keys()]) this.unbind(action);
    void this.#ipc.closeWhenAnswered();
  }

  #hear(value: unknown): void {
    const event = v.safeParse(bindingEventSchema, value);
    const bound = event.success ? boundBy(event.output.binding.command) : null;
    if (bound === null) return;
    if (bound === 'escape') {
      this.#onEscape?.();
      return;
    }
    const { action, type } = bound;
    if (this.#taken.get(action)?.isHeld) this.#hold[type]();
    else if (type === 'press')
      this.#onKey({ type, action, hasRelease: false, atMs: monotonicMs() });
  }

  /** sway has removed the bindings that are not in its configuration. */
  #bindAgain(): void {
    for (const [action, taken] of this.#taken) this.#run(bindCommands(action, taken));
    this.#run(this.#escapes.map((combo) => bindCommand(combo, 'escape')));
  }

  #reportHeld(type: 'press' | 'release'): void {
    const about = { action: 'dictate', atMs: monotonicMs() } as const;
    this.#onKey(type === 'press' ? { type, ...about, hasRelease: true } : { type, ...about });
  }

  /** While the dictation key is held, Escape comes with its modifiers. */
  get #escapesNow(): string[] {
    const held = [...this.#taken.values()].find(({ isHeld }) => isHeld);
    const names = held === undefined ? [] : heldWith(held.chord);
    const accelerators = names.length === 0 ? [] : [[...names, 'Escape'].join('+')];
    return ['Escape', ...accelerators]
      .map((accelerator) => parseAccelerator(accelerator, false))
      .flatMap((chord) => (chord === null ? [] : [comboOf(chord)]));
  }

  #run(commands: string[]): void {
    if (commands.length === 0) return;
    this.#ipc.run(...commands).catch(() => undefined);
  }
}

const bindCommands = (action: HotkeyAction, { combo, isHeld }: Taken): string[] => [
  bindCommand(combo, { action, type: 'press' }),
  ...(isHeld ? [bindCommand(combo, { action, type: 'release' })] : []),
];

const unbindCommands = ({ combo, isHeld }: Taken): string[] => [
  unbindCommand(combo, 'press'),
  ...(isHeld ? [unbindCommand(combo, 'release')] : []),
];
