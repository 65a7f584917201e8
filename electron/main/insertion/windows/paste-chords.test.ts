import { expect, test } from 'vitest';
import { pasteWay } from './paste-chords.ts';

test.each([
  ['Notepad', 'notepad.exe', 'control-v', false],
  ['CASCADIA_HOSTING_WINDOW_CLASS', 'WindowsTerminal.exe', 'control-shift-v', true],
  ['ConsoleWindowClass', 'cmd.exe', 'control-v', true],
  ['mintty', 'mintty.exe', 'shift-insert', true],
  ['PuTTY', 'putty.exe', 'shift-insert', true],
  ['Window Class', 'Alacritty.exe', 'control-shift-v', true],
  ['Emacs', 'emacs.exe', 'shift-insert', false],
] as const)('the paste chord of %s in %s is %s', (className, program, chord, isTerminal) => {
  expect(pasteWay(className, program)).toEqual({ chord, isTerminal, isRemote: false });
});

test('the window of a remote desktop shares its clipboard with another machine', () => {
  expect(pasteWay('TscShellContainerClass', 'mstsc.exe')).toMatchObject({ isRemote: true });
});
