import { expect, test } from 'vitest';
import { ShortcutRecorder } from './shortcut-recorder.ts';

const press = (code: string, key: string, held = ''): KeyboardEvent =>
  new KeyboardEvent('keydown', {
    code,
    key,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
  });

const recorded = (...presses: KeyboardEvent[]): string | null => {
  const recorder = new ShortcutRecorder();
  for (const event of presses) recorder.down(event);
  return recorder.up({ code: presses.at(-1)?.code ?? '' });
};

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

test('a right modifier by itself is a shortcut, a left one is none', () => {
  expect(recorded(press('ControlRight', 'Control', 'ctrl'))).toBe('RightControl');
  expect(recorded(press('ControlLeft', 'Control', 'ctrl'))).toBeNull();
  expect(
    recorded(press('ControlLeft', 'Control', 'ctrl'), press('AltRight', 'Alt', 'ctrl alt')),
  ).toBeNull();
});

test('nothing is given before a key goes up, and then the first that was pressed', () => {
  const recorder = new ShortcutRecorder();
  recorder.down(press('ControlRight', 'Control', 'ctrl'));
  recorder.down(press('KeyD', 'd', 'ctrl'));
  recorder.down(press('KeyE', 'e', 'ctrl'));
  expect(recorder.up({ code: 'ControlRight' })).toBe('Control+D');
});
