import type { UiohookKeyboardEvent } from 'uiohook-napi';
import type { Modifier } from '#shared/accelerator.ts';

type KeyEvent = Pick<
  UiohookKeyboardEvent,
  'keycode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'time'
>;

/** A shortcut of CaptionKey. */
export interface OwnKey {
  /** uiohook's code of the key. */
  keycode: number;
  modifiers: Modifier[];
}

/**
 * Knows whether the person has pressed something since a moment: a key that is neither a
 * modifier nor a shortcut of CaptionKey, or a mouse button. It keeps when that was last, never what.
 */
export class InputWatch {
  readonly #modifierKeys: ReadonlySet<number>;
  readonly #report: (id: number) => void;
  #own: OwnKey[] = [];
  #lastTime: number | null = null;
  #armed: { id: number; behindTime: number | null } | null = null;

  /**
   * @param modifierKeys uiohook's codes of the keys that do nothing by themselves
   * @param report called once for a watch, when something was pressed
   */
  constructor(modifierKeys: ReadonlySet<number>, report: (id: number) => void) {
    this.#modifierKeys = modifierKeys;
    this.#report = report;
  }

  /** Sets the shortcuts of CaptionKey, which are no other input. */
  setOwn(keys: OwnKey[]): void {
    this.#own = keys;
  }

  /**
   * Begins a watch, which ends the one before.
   *
   * @param behindTime the display server's time that input has to be later than; null is now
   */
  watch(id: number, behindTime: number | null): void {
    this.#armed = { id, behindTime };
    if (behindTime !== null && this.#lastTime !== null) this.#look(this.#lastTime);
  }

  /** @param isHeldKey it is the dictation key, which is held, whatever modifiers are left of it */
  key(event: KeyEvent, isHeldKey: boolean): void {
    if (isHeldKey || this.#modifierKeys.has(event.keycode) || this.#isOwn(event)) return;
    this.click(event);
  }

  click({ time }: { time: number }): void {
    this.#lastTime = time;
    this.#look(time);
  }

  #look(time: number): void {
    if (this.#armed === null) return;
    const { id, behindTime } = this.#armed;
    if (behindTime !== null && !isLater(time, behindTime)) return;
    this.#armed = null;
    this.#report(id);
  }

  #isOwn({ keycode, ctrlKey, altKey, shiftKey, metaKey }: KeyEvent): boolean {
    const down = { control: ctrlKey, alt: altKey, shift: shiftKey, super: metaKey };
    return this.#own.some(
      (own) =>
        own.keycode === keycode &&
        (['control', 'alt', 'shift', 'super'] as const).every(
          (modifier) => down[modifier] === own.modifiers.includes(modifier),
        ),
    );
  }
}

/** X11's clock counts milliseconds in 32 bits. */
const isLater = (time: number, than: number): boolean => {
  const ahead = (time - than) >>> 0;
  return ahead !== 0 && ahead < 2 ** 31;
};
