import { expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { whyNotShortcut } from './shortcut-rules.ts';

function why(accelerator: string): string | null {
  const problem = whyNotShortcut('dictate', accelerator, [], { isMac: false, mode: 'auto' });
  return problem && sentenceOf(problem);
}

const functionKeys = Array.from({ length: 24 }, (_, index) => `F${index + 1}`);
const withModifiers = [
  'Insert',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Up',
  'Tab',
  'Space',
];

test.each([
  ...functionKeys,
  ...['Shift', 'Control', 'Alt', 'Super', 'Control+Alt+Shift'].flatMap((held) =>
    ['F13', 'F18', 'F24'].map((key) => `${held}+${key}`),
  ),
  ...withModifiers.map((key) => `Control+${key}`),
  ...['MouseBack', 'MouseForward', 'Shift+MouseBack', 'Control+MouseMiddle', 'Super+MouseMiddle'],
  ...['MediaPlayPause', 'MediaNextTrack', 'Control+MediaStop'],
])('%s can be a shortcut', (accelerator) => {
  expect(why(accelerator)).toBeNull();
});

/* The names of the recorder, and of Electron. */
const refused = [
  ...['Pause', 'ScrollLock', 'PrintScreen', 'NumLock', 'CapsLock', 'ContextMenu', 'F25'],
  ...['Numpad0', 'Numpad9', 'NumpadEnter', 'NumpadAdd', 'NumpadDecimal', 'num5', 'numadd'],
  ...['MediaTrackNext', 'MediaSelect', 'AudioVolumeUp', 'VolumeMute'],
  ...['BrowserBack', 'LaunchMail', 'IntlBackslash', 'KanaMode', 'Lang1'],
];

test.each(refused)('%s is refused with its name, alone and with modifiers', (key) => {
  const sentence = `${key} can't be a hotkey. Press other keys.`;
  expect(why(key)).toBe(sentence);
  expect(why(`Control+${key}`)).toBe(sentence);
});

test.each(withModifiers)('%s is refused alone, because it could no longer be typed', (key) => {
  expect(why(key)).toMatch(/^You couldn't type with that key any more/);
});

test.each(['', '+', 'Control+', 'MouseButton4', 'Mouse4', 'x'.repeat(100), '\u0000'])(
  '%j is no shortcut',
  (accelerator) => {
    expect(why(accelerator)).toBe(`“${accelerator}” is not a shortcut. Press other keys.`);
  },
);

test.each(['MouseLeft', 'MouseRight', 'Control+MouseLeft', 'Alt+MouseRight'])(
  '%s is refused, because every program needs it',
  (accelerator) => {
    expect(why(accelerator)).toMatch(/^Every program needs the left and the right mouse button/);
  },
);

test.each(['MouseMiddle', 'Shift+MouseMiddle'])(
  '%s is refused without a modifier',
  (accelerator) => {
    expect(why(accelerator)).toMatch(/^Programs use the middle mouse button.*together with Ctrl/);
  },
);
