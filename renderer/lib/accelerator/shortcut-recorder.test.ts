import { expect, test } from 'vitest';
import { buttonPress, ShortcutRecorder, type Press } from './shortcut-recorder.ts';

const press = (code: string, key: string, held = ''): Press => ({
  code,
  key,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
  repeat: false,
});

const recordedBy = (recorder: ShortcutRecorder, ...presses: Press[]): string | null => {
  for (const one of presses) recorder.down(one);
  return recorder.up({ code: presses.at(-1)?.code ?? '' });
};
const recorded = (...presses: Press[]): string | null =>
  recordedBy(new ShortcutRecorder(false), ...presses);
const recordedOnMac = (...presses: Press[]): string | null =>
  recordedBy(new ShortcutRecorder(true), ...presses);

test.each([
  ['Space', ' ', 'ctrl alt', 'Control+Alt+Space'],
  ['KeyD', 'd', 'ctrl', 'Control+D'],
  ['KeyD', 'D', 'ctrl shift', 'Control+Shift+D'],
  ['Digit1', '!', 'ctrl shift', 'Control+Shift+1'],
  ['Equal', '+', 'ctrl shift', 'Control+Shift+='],
  ['ArrowUp', 'ArrowUp', 'alt', 'Alt+Up'],
  ['F9', 'F9', '', 'F9'],
  // The usual layouts of X11 have other names at these places.
  ['F13', 'Tools', '', 'F13'],
  ['F14', 'LaunchApplication5', 'ctrl', 'Control+F14'],
  ['F24', 'F24', 'shift', 'Shift+F24'],
  // The keys of the number pad are other keys to a grab than those of the same name.
  ['NumpadEnter', 'Enter', 'ctrl', 'Control+NumpadEnter'],
  ['Numpad1', '1', 'ctrl', 'Control+Numpad1'],
  ['Pause', 'Pause', '', 'Pause'],
  ['ScrollLock', 'ScrollLock', '', 'ScrollLock'],
  ['KeyA', 'a', '', 'A'],
  ['Space', ' ', 'meta', 'Super+Space'],
])('%s that writes %j with %j is %s', (code, key, held, accelerator) => {
  expect(recorded(press(code, key, held))).toBe(accelerator);
});

test('a letter is called after what the layout writes, or else after its place', () => {
  expect(recorded(press('KeyQ', 'a', 'ctrl'))).toBe('Control+A');
  expect(recorded(press('KeyA', 'ф', 'ctrl'))).toBe('Control+A');
  expect(recorded(press('KeyD', '∂', 'alt'))).toBe('Alt+D');
});

test('on a Mac a letter is called after its place, where Chromium registers it', () => {
  expect(recordedOnMac(press('KeyQ', 'a', 'ctrl'))).toBe('Control+Q');
  expect(recordedOnMac(press('Semicolon', 'm', 'meta'))).toBe('Command+;');
  expect(recordedOnMac(press('KeyD', '∂', 'alt'))).toBe('Alt+D');
});

test('a right modifier by itself is a shortcut, a left one is none', () => {
  expect(recorded(press('ControlRight', 'Control', 'ctrl'))).toBe('RightControl');
  expect(recorded(press('ControlLeft', 'Control', 'ctrl'))).toBeNull();
  expect(
    recorded(press('ControlLeft', 'Control', 'ctrl'), press('AltRight', 'Alt', 'ctrl alt')),
  ).toBeNull();
});

test('nothing is given before a key goes up, and then the first that was pressed', () => {
  const recorder = new ShortcutRecorder(false);
  recorder.down(press('ControlRight', 'Control', 'ctrl'));
  recorder.down(press('KeyD', 'd', 'ctrl'));
  recorder.down(press('KeyE', 'e', 'ctrl'));
  expect(recorder.up({ code: 'ControlRight' })).toBe('Control+D');
});

test.each([
  [1, 'ctrl', 'Control+MouseMiddle'],
  [2, '', 'MouseRight'],
  [3, '', 'MouseBack'],
  [4, 'shift', 'Shift+MouseForward'],
])('button %d with %j is %s', (button, held, accelerator) => {
  const pressed = buttonPress({ ...press('', '', held), button });
  expect(pressed && recorded(pressed)).toBe(accelerator);
});

test('a button that nothing has a name for is no press', () => {
  expect(buttonPress({ ...press('', ''), button: 5 })).toBeNull();
});

test('the keys for music have the names of accelerators', () => {
  expect(recorded(press('MediaTrackNext', 'MediaTrackNext'))).toBe('MediaNextTrack');
  expect(recorded(press('MediaPlayPause', 'MediaPlayPause', 'ctrl'))).toBe(
    'Control+MediaPlayPause',
  );
});
