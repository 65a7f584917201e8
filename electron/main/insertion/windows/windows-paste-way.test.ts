import { expect, test } from 'vitest';
import { windowsPasteWay } from './windows-paste-way.ts';

test.each([
  ['Notepad', 'notepad.exe', 'control-v', false],
  ['CASCADIA_HOSTING_WINDOW_CLASS', 'WindowsTerminal.exe', 'control-shift-v', true],
  ['ConsoleWindowClass', 'cmd.exe', 'control-v', true],
  ['mintty', 'mintty.exe', 'shift-insert', true],
  ['PuTTY', 'putty.exe', 'shift-insert', true],
  ['Window Class', 'Alacritty.exe', 'control-shift-v', true],
  ['Emacs', 'emacs.exe', 'shift-insert', false],
] as const)('%s of %s pastes with %s', (className, program, keys, isTerminal) => {
  expect(windowsPasteWay(className, program)).toEqual({ keys, isTerminal, isRemote: false });
});

test('the window of a remote desktop shares its clipboard with another machine', () => {
  expect(windowsPasteWay('TscShellContainerClass', 'mstsc.exe')).toMatchObject({ isRemote: true });
});
