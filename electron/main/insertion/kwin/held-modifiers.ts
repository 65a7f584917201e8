import { setTimeout as sleep } from 'node:timers/promises';
import { messages } from '#shared/messages/index.ts';
import type { KGlobalAccel } from '../../hotkeys/kglobalaccel/kglobalaccel.ts';
import { modifierBits } from '../../hotkeys/kglobalaccel/qt-keys.ts';
import type { PortalKeyboard } from '../portal/portal-keyboard.ts';
import { insertionTuning as tuning } from '../tuning.ts';

/** XF86Launch9, a key that hardly any keyboard has. */
const keysym = 0x1008_ff49;
/** Its number in Qt, `Key_LaunchB`. */
export const key = 0x0100_00ad;

const bits = Object.values(modifierBits);
/** The key with each choice of at least one modifier. */
const withModifiers = Array.from({ length: (1 << bits.length) - 1 }, (_, index) =>
  bits.reduce((sum, bit, at) => sum + ((index + 1) & (1 << at) ? bit : 0), key),
);

const actions = { free: 'keys-free', held: 'keys-held' };

type Accel = Pick<KGlobalAccel, 'listen' | 'take' | 'release'>;
type Keyboard = Pick<PortalKeyboard, 'pressKeysyms'>;

/**
 * Finds out whether the person holds a modifier. KWin tells no app, but it compares each key with its
 * global shortcuts. So the app presses a key that is a shortcut of CaptionKey with every choice of
 * modifiers. The one that KWin reports shows what is held. No other program gets the key.
 */
export class HeldModifiers {
  readonly #accel: Accel;
  readonly #keyboard: Keyboard;
  #listening: Promise<void> | null = null;
  #isTaken = false;
  /** Whether KWin has ever reported the key; null until it should have. */
  #answers: boolean | null = null;
  #onReport: (areHeld: boolean) => void = () => undefined;

  constructor(accel: Accel, keyboard: Keyboard) {
    this.#accel = accel;
    this.#keyboard = keyboard;
    // After a crash KWin has kept them.
    this.#end(null);
  }

  /** Null if it is not known, for instance because another program has the key. */
  async areHeld(): Promise<boolean | null> {
    if (this.#answers === false) return null;
    if (!(await this.#take().catch(() => false))) return this.#end(null);
    const reported = Promise.withResolvers<boolean | null>();
    this.#onReport = reported.resolve;
    await this.#keyboard.pressKeysyms([keysym]);
    const timer = setTimeout(() => reported.resolve(null), tuning.heldModifiersMs);
    const areHeld = await reported.promise.finally(() => clearTimeout(timer));
    this.#answers ??= areHeld !== null;
    if (areHeld !== true) return this.#end(areHeld);
    await sleep(tuning.heldModifiersPollMs);
    return true;
  }

  dispose(): void {
    if (this.#isTaken) this.#end(null);
  }

  /** Resolves with whether KWin reports the key with all modifiers. */
  async #take(): Promise<boolean> {
    await (this.#listening ??= this.#accel.listen((type, action) => {
      if (type !== 'press') return;
      if (action === actions.free) this.#onReport(false);
      if (action === actions.held) this.#onReport(true);
    }));
    if (this.#isTaken) return true;
    this.#isTaken = true;
    const [free, held] = await Promise.all([
      this.#accel.take(actions.free, messages.hotkeys.findHeldKeys, [key]),
      this.#accel.take(actions.held, messages.hotkeys.findHeldKeys, withModifiers),
    ]);
    return free.length === 1 && held.length === withModifiers.length;
  }

  #end<Answer>(answer: Answer): Answer {
    this.#isTaken = false;
    for (const action of Object.values(actions)) this.#accel.release(action);
    return answer;
  }
}
