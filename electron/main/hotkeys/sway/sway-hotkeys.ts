import * as v from 'valibot';
import { heldWith, isLoneModifier, parseAccelerator, type Chord } from '#shared/accelerator.ts';
import type { HotkeyAction } from '#shared/setup.ts';
import { monotonicMs } from '../../../monotonic.ts';
import { bindingEventSchema, reloadEventSchema } from '../../sway/messages.ts';
import { SwayIpc } from '../../sway/sway-ipc.ts';
import type { BackEnd, Binding, Hearing, KeyEvent } from '../back-end.ts';
import { bindCommand, boundBy, comboOf, isBoundIn, unbindCommand } from './bindings.ts';
import { Hold } from './hold.ts';

interface Taken {
  combo: string;
  chord: Chord;
  isHeld: boolean;
}

const heard: Hearing = { problem: null, holdProblem: null };
const unheard = (problem: string): Hearing => ({ problem, holdProblem: null });

/**
 * sway and what answers as it does: bindings that do nothing, and whose presses and releases sway
 * reports over its IPC. Nothing is written to a configuration; the bindings are taken away at the
 * end, and made again when sway reads its configuration again.
 */
export class SwayHotkeys implements BackEnd {
  readonly areChosenElsewhere = false;
  readonly #onKey: (event: KeyEvent) => void;
  readonly #connection: Promise<SwayIpc | null>;
  readonly #taken = new Map<HotkeyAction, Taken>();
  readonly #hold = new Hold((type) => this.#reportHeld(type));
  #escapes: string[] = [];
  #onEscape: (() => void) | null = null;
  #isDisposed = false;

  /** @param socket the `SWAYSOCK` of the environment */
  constructor(socket: string, onKey: (event: KeyEvent) => void) {
    this.#onKey = onKey;
    this.#connection = this.#open(socket).catch(() => null);
  }

  async bind({ action, accelerator, isHeld }: Binding): Promise<Hearing> {
    const ipc = await this.#connection;
    if (ipc === null || ipc.isGone || this.#isDisposed) return unheard(noAnswer);
    const chord = parseAccelerator(accelerator, false);
    if (chord === null) return unheard(`“${accelerator}” is not a shortcut. ${chooseAnother}`);
    if (isLoneModifier(chord) && !isHeld)
      return unheard(`${accelerator} alone can only be held. ${chooseAnother}`);
    const combo = comboOf(chord);
    if (isBoundIn(await ipc.config(), combo))
      return unheard(`sway's configuration has another use for ${accelerator}. ${chooseAnother}`);
    const taken = { combo, chord, isHeld };
    this.#taken.set(action, taken);
    if (await ipc.run(...bindCommands(action, taken))) return heard;
    this.unbind(action);
    return unheard(`sway does not take ${accelerator}. ${chooseAnother}`);
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

  /** sway reports no other keys. */
  watchInput(): () => null {
    return () => null;
  }

  dispose(): void {
    this.watchEscape(null);
    for (const action of [...this.#taken.keys()]) this.unbind(action);
    this.#isDisposed = true;
    void this.#connection.then((ipc) => ipc?.closeWhenAnswered());
  }

  async #open(socket: string): Promise<SwayIpc> {
    const ipc = await SwayIpc.open(socket);
    // A hold ends where nothing can report its release any more.
    ipc.onClose(() => this.#hold.release());
    await ipc.subscribe(['binding', 'workspace'], (event, value) => {
      if (event === 'binding') this.#hear(value);
      else if (v.is(reloadEventSchema, value)) this.#bindAgain();
    });
    return ipc;
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

  /** sway has forgotten what its configuration does not have. */
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
    void this.#connection.then((ipc) => ipc?.run(...commands).catch(() => undefined));
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

const chooseAnother = 'Choose another with Change.';
const noAnswer = 'sway does not answer, so no key is heard. Start CaptionKey again.';
