import { expect, test } from 'vitest';
import { pasteWay, textForTerminal } from './paste-keys.ts';

test.each([
  [['xterm', 'XTerm'], 'shift-insert', true],
  [['xterm', 'UXTerm'], 'shift-insert', true],
  [['urxvt', 'URxvt'], 'shift-insert', true],
  [['emacs', 'Emacs'], 'shift-insert', false],
  [['gnome-terminal-server', 'Gnome-terminal'], 'control-shift-v', true],
  [['org.gnome.Console', 'org.gnome.Console'], 'control-shift-v', true],
  [['kitty', 'kitty'], 'control-shift-v', true],
  [['Navigator', 'firefox'], 'control-v', false],
  [[], 'control-v', false],
] as const)('%j pastes with %s', (windowClass, keys, isTerminal) => {
  expect(pasteWay([...windowClass])).toEqual({ keys, isTerminal });
});

test('a terminal gets no character that would run a command, complete it or end the paste', () => {
  expect(textForTerminal('one\r\n\ttwo\u0003 drei ü')).toBe('one two  drei ü');
});
