import type { UiohookKeyboardEvent } from 'uiohook-napi';
import type { Modifier } from '#shared/accelerator.ts';

type HookEvent = Pick<
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
 * Reports input since a given time: a mouse button, or a key that is neither a modifier nor a shortcut
 * of CaptionKey. Stores the time of the last input, never the key.
 */
export class InputWatch {
  readonly #modifierKeys: ReadonlySet<number>;
  readonly #report: (id: number) => void;
  #own: OwnKey[] = [];
  #lastTime: number | null = null;
  #armed: { id: number; afterTime: number | null } | null = null;

  /**
   * @param modifierKeys uiohook's codes of the modifiers and lock keys
   * @param report called once per watch, on the first input
   */
  constructor(modifierKeys: ReadonlySet<number>, report: (id: number) => void) {
    this.#modifierKeys = modifierKeys;
    this.#report = report;
  }

  /** Sets the shortcuts of CaptionKey, which do not count as input. */
  setOwn(keys: OwnKey[]): void {
    this.#own = keys;
  }

  /**
   * Begins a watch and ends the previous one.
   *
   * @param afterTime counts input after this time of the display server's clock; null: after now
   */
  watch(id: number, afterTime: number | null): void {
    this.#armed = { id, afterTime };
    if (afterTime !== null && this.#lastTime !== null) this.#look(this.#lastTime);
  }

  /** @param isHeldKey the key is the held dictation key, with or without its modifiers */
  key(event: HookEvent, isHeldKey: boolean): void {
    if (isHeldKey || this.#modifierKeys.has(event.keycode) || this.#isOwn(event)) return;
    this.click(event);
  }

  click({ time }: { time: number }): void {
    this.#lastTime = time;
    this.#look(time);
  }

  #look(time: number): void {
    if (this.#armed === null) return;
    const { id, afterTime } = this.#armed;
    if (afterTime !== null && !isLater(time, afterTime)) return;
    this.#armed = null;
    this.#report(id);
  }

  #isOwn({ keycode, ctrlKey, altKey, shiftKey, metaKey }: HookEvent): boolean {
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
