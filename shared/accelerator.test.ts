import { expect, test } from 'vitest';
import { isBareKey, isSameChord, parseAccelerator, type Chord } from './accelerator.ts';

const chord = (accelerator: string, isMac = false): Chord => {
  const parsed = parseAccelerator(accelerator, isMac);
  if (parsed === null) throw new Error(`${accelerator} is none`);
  return parsed;
};

test.each([
  ['Control+Alt+Space', { modifiers: ['control', 'alt'], key: 'Space' }],
  ['alt+CTRL+space', { modifiers: ['control', 'alt'], key: 'Space' }],
  ['Super+Shift+Return', { modifiers: ['shift', 'super'], key: 'Enter' }],
  ['CommandOrControl+d', { modifiers: ['control'], key: 'D' }],
  ['Control+Plus', { modifiers: ['control'], key: '=' }],
  ['F24', { modifiers: [], key: 'F24' }],
  ['RightControl', { modifiers: [], key: 'RightControl' }],
  ['mouseback', { modifiers: [], key: 'MouseBack' }],
  ['Ctrl+MouseMiddle', { modifiers: ['control'], key: 'MouseMiddle' }],
  ['MediaPlayPause', { modifiers: [], key: 'MediaPlayPause' }],
])('%s is read', (accelerator, expected) => {
  expect(parseAccelerator(accelerator, false)).toEqual(expected);
});

test.each(['', '+', 'Control', 'Control+', 'Hyper+A', 'F25', 'Control+RightAlt', 'VolumeUp'])(
  '“%s” is no shortcut',
  (accelerator) => {
    expect(parseAccelerator(accelerator, false)).toBeNull();
  },
);

test('a Mac has another key for commands', () => {
  expect(chord('CommandOrControl+D', true).modifiers).toEqual(['super']);
});

test.each(['A', '1', 'Space', 'Enter', 'Shift+A', 'Escape', 'Left'])(
  '%s is bare',
  (accelerator) => {
    expect(isBareKey(chord(accelerator))).toBe(true);
  },
);

test.each(['F9', 'Shift+F9', 'Control+A', 'RightAlt', 'Super+Space', 'MouseBack', 'MediaStop'])(
  '%s is not bare',
  (accelerator) => {
    expect(isBareKey(chord(accelerator))).toBe(false);
  },
);

test('the same keys are the same chord, however they are written', () => {
  expect(isSameChord(chord('Ctrl+Option+Return'), chord('alt+control+enter'))).toBe(true);
  expect(isSameChord(chord('Ctrl+Enter'), chord('Ctrl+Shift+Enter'))).toBe(false);
});
