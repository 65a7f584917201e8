import type { UiohookKey, UiohookKeyboardEvent } from 'uiohook-napi';
import { isLoneModifier, type Chord } from '#shared/accelerator.ts';
import { keyWatchTuning as tuning } from './tuning.ts';

type HookEvent = Pick<
  UiohookKeyboardEvent,
  'keycode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'time'
>;

const sides = [
  ...(['Ctrl', 'CtrlRight', 'Alt', 'AltRight'] as const),
  ...(['Shift', 'ShiftRight', 'Meta', 'MetaRight'] as const),
];

/** A modifier of one side, as uiohook names it. */
export type Side = (typeof sides)[number];

/** What the keyboard on Windows can be asked for. */
export interface KeyStates {
  isSideDown(side: Side): boolean;
  /** Whether the key of a chord is down. */
  isDown(chord: Chord): boolean;
  /**
   * Keeps a menu from opening: the program's menu when Alt goes up, the Start menu when the Windows
   * key does. They open if no other key was pressed with the modifier, and the program does not see the
   * key that CaptionKey takes.
   */
  maskMenu(): void;
}

/** uiohook's code of a key that it does not know. */
const unknownKey = 0;

/**
 * Tracks which modifiers are down on Windows. The modifiers in uiohook's events are wrong: they lack
 * those that went down before the first event, and keep one whose release uiohook missed. The events
 * name each key in order, even when they are late, so this class follows the keys. After a pause it
 * queries Windows.
 */
export class WindowsKeys {
  readonly #keyboard: KeyStates;
  readonly #chord: Chord;
  readonly #sideOf: ReadonlyMap<number, Side>;
  readonly #down = new Set<Side>();
  #lastTime = -Infinity;
  #masksDue = 0;

  /** @param codes uiohook's table */
  constructor(keyboard: KeyStates, chord: Chord, codes: Pick<typeof UiohookKey, Side>) {
    this.#keyboard = keyboard;
    this.#chord = chord;
    this.#sideOf = new Map(sides.map((side) => [codes[side], side]));
  }

  /** Whether AltGr is down. Windows reports it as Ctrl and the right Alt; it is no modifier here. */
  get isAltGr(): boolean {
    return this.#keyboard.isSideDown('Ctrl') && this.#keyboard.isSideDown('AltRight');
  }

  readonly isDown = (): Promise<boolean> => Promise.resolve(this.#keyboard.isDown(this.#chord));

  /** Called when the chord is pressed, so that no menu opens when its modifiers go up. */
  pressed(): void {
    const { modifiers, key } = this.#chord;
    const hasMenu = isLoneModifier(this.#chord)
      ? key === 'RightAlt' || key === 'RightSuper'
      : modifiers.includes('alt') || modifiers.includes('super');
    if (!hasMenu) return;
    this.#masksDue += 1;
    this.#keyboard.maskMenu();
  }

  /** Returns the event with the right modifiers; null if no person pressed the key. */
  down({ keycode, time }: HookEvent): HookEvent | null {
    this.#follow(time);
    const side = this.#sideOf.get(keycode);
    if (side !== undefined) this.#down.add(side);
    if (keycode === unknownKey && this.#masksDue > 0) {
      this.#masksDue -= 1;
      return null;
    }
    const isAltGr = this.#down.has('Ctrl') && this.#down.has('AltRight');
    if (isAltGr && side === 'Ctrl') return null;
    return {
      ...{ keycode, time },
      ctrlKey: this.#down.has('CtrlRight') || (this.#down.has('Ctrl') && !isAltGr),
      altKey:
        this.#down.has('Alt') || (this.#down.has('AltRight') && (!isAltGr || side === 'AltRight')),
      shiftKey: this.#down.has('Shift') || this.#down.has('ShiftRight'),
      metaKey: this.#down.has('Meta') || this.#down.has('MetaRight'),
    };
  }

  up({ keycode, time }: HookEvent): void {
    this.#follow(time);
    const side = this.#sideOf.get(keycode);
    if (side !== undefined) this.#down.delete(side);
  }

  /** After a pause, queries Windows: the lock screen, for example, may have taken key events. */
  #follow(time: number): void {
    const isAfterPause = time - this.#lastTime > tuning.keysArePausedMs;
    this.#lastTime = time;
    if (!isAfterPause) return;
    this.#down.clear();
    for (const side of sides) if (this.#keyboard.isSideDown(side)) this.#down.add(side);
  }
}
