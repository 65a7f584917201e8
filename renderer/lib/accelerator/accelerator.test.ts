import { expect, test } from 'vitest';
import { keysOf } from './accelerator.ts';

test.each([
  { accelerator: 'Control+Alt+Space', keys: ['Ctrl', 'Alt', 'Space'] },
  { accelerator: 'CommandOrControl+Shift+Return', keys: ['Ctrl', 'Shift', 'Enter'] },
  { accelerator: 'Super+Plus', keys: ['Super', '+'] },
  { accelerator: 'F13', keys: ['F13'] },
  { accelerator: 'RightControl', keys: ['Right Ctrl'] },
])('$accelerator is written $keys', ({ accelerator, keys }) => {
  expect(keysOf(accelerator, false)).toEqual(keys);
});

test.each([
  { accelerator: 'Alt+Space', keys: ['⌥', 'Space'] },
  { accelerator: 'CommandOrControl+Shift+D', keys: ['⌘', '⇧', 'D'] },
  { accelerator: 'Control+Return', keys: ['⌃', 'Return'] },
  { accelerator: 'RightAlt', keys: ['Right ⌥'] },
])('on a Mac $accelerator is written $keys', ({ accelerator, keys }) => {
  expect(keysOf(accelerator, true)).toEqual(keys);
});
