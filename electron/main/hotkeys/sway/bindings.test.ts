import { expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { bindCommand, boundBy, comboOf, isBoundIn, unbindCommand } from './bindings.ts';

const combo = (accelerator: string): string | null => {
  const chord = parseAccelerator(accelerator, false);
  return chord && comboOf(chord);
};

test.each([
  ['Control+Alt+Space', 'Ctrl+Mod1+space'],
  ['Control+Alt+Enter', 'Ctrl+Mod1+Return'],
  ['Control+Alt+C', 'Ctrl+Mod1+c'],
  ['Super+Shift+-', 'Shift+Mod4+minus'],
  ['F9', 'F9'],
  ['RightControl', 'Control_R'],
])('%s is %s', (accelerator, expected) => {
  expect(combo(accelerator)).toBe(expected);
});

test('a press is reported once while the key stays down, and so is its release', () => {
  const press = { action: 'dictate', type: 'press' } as const;
  const release = { action: 'dictate', type: 'release' } as const;
  expect(bindCommand('F9', press)).toBe('bindsym --no-repeat F9 nop captionkey dictate press');
  expect(bindCommand('F9', release)).toBe('bindsym --release F9 nop captionkey dictate release');
  expect(unbindCommand('F9', 'release')).toBe('unbindsym --release F9');
});

test('a binding is recognised by its command, and others are ignored', () => {
  expect(boundBy('nop captionkey dictate release')).toEqual({ action: 'dictate', type: 'release' });
  expect(boundBy('nop captionkey escape')).toBe('escape');
  expect(boundBy('nop captionkey dictate')).toBe(null);
  expect(boundBy('exec foot')).toBe(null);
});

test.each([
  ['bindsym Ctrl+Alt+space exec menu', true],
  ['  bindsym --locked Control+Mod1+space exec menu', true],
  ['set $mod Ctrl\nset $other Mod1\nbindsym $other+$mod+Space kill', true],
  ['bindsym Ctrl+space exec menu', false],
  ['# bindsym Ctrl+Mod1+space exec menu', false],
])('in the configuration %j the combination is taken: %s', (config, isTaken) => {
  expect(isBoundIn(config, 'Ctrl+Mod1+space')).toBe(isTaken);
});
