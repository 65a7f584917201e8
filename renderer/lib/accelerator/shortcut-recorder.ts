import { isMac } from './accelerator.ts';

/** What the recorder reads of a press. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'repeat'
>;

/** Keys that accelerators call otherwise than the browser does. */
const names: Record<string, string> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  MediaTrackNext: 'MediaNextTrack',
  MediaTrackPrevious: 'MediaPreviousTrack',
};

/** The buttons of a mouse, by the browser's numbers. */
const buttonNames = ['MouseLeft', 'MouseMiddle', 'MouseRight', 'MouseBack', 'MouseForward'];

/** A button as a press; null for one that nothing has a name for. */
export function buttonPress(
  event: Omit<Press, 'key' | 'code' | 'repeat'> & Pick<MouseEvent, 'button'>,
): Press | null {
  const { button, ctrlKey, altKey, shiftKey, metaKey } = event;
  const name = buttonNames[button];
  return name === undefined
    ? null
    : { key: name, code: name, ctrlKey, altKey, shiftKey, metaKey, repeat: false };
}

const loneModifiers: Record<string, string> = {
  ControlRight: 'RightControl',
  AltRight: 'RightAlt',
  ShiftRight: 'RightShift',
  MetaRight: 'RightSuper',
};

const modifierKeys = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'];

/**
 * What a letter is called depends on the layout; where it is none of Latin, its place decides. On a Mac
 * its place always does, because Chromium registers the key at the place of that letter on a US keyboard.
 */
const keyName = ({ key, code }: Press, isMac: boolean): string => {
  if (!isMac && /^[a-z]$/i.test(key)) return key.toUpperCase();
  return names[code] ?? code.replace(/^(Key|Digit)/, '');
};

/**
 * Reads a shortcut from the keys that are pressed. It is known when its key goes down, and given
 * when a key goes up: taken earlier, it would be pressed by the key that is still held.
 */
export class ShortcutRecorder {
  #accelerator: string | null = null;
  #lone: string | null = null;
  readonly #isMac: boolean;

  constructor(mac = isMac) {
    this.#isMac = mac;
  }

  down(press: Press): void {
    if (press.repeat || this.#accelerator !== null) return;
    const held = [
      ...(press.ctrlKey ? ['Control'] : []),
      ...(press.altKey ? ['Alt'] : []),
      ...(press.shiftKey ? ['Shift'] : []),
      ...(press.metaKey ? [this.#isMac ? 'Command' : 'Super'] : []),
    ];
    if (!modifierKeys.includes(press.key))
      this.#accelerator = [...held, keyName(press, this.#isMac)].join('+');
    else this.#lone = held.length > 1 ? null : press.code;
  }

  /** @returns the shortcut as an accelerator, or null where none was pressed yet */
  up({ code }: Pick<Press, 'code'>): string | null {
    if (this.#accelerator !== null) return this.#accelerator;
    const lone = code === this.#lone ? loneModifiers[code] : undefined;
    this.#lone = null;
    return lone ?? null;
  }
}
