import { expect, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import type { StartedTarget, TargetKind } from './targets.ts';
import type { WaylandClipboard } from './clipboard.ts';
import type { WaylandKeyboard } from './keyboard.ts';

/* Tests of the harness that are the same on each desktop. */

interface Desktop {
  keyboard: Pick<WaylandKeyboard, 'press'>;
  clipboard: Pick<WaylandClipboard, 'copy' | 'content'>;
  startTarget(kind: TargetKind): Promise<StartedTarget & { focus(): Promise<void> }>;
}

/** The chord that pastes the clipboard into each program; null if the program has none. */
const pasteChords: Record<TargetKind, string | null> = {
  foot: 'ctrl+shift+v',
  gtk: 'ctrl+v',
  gtk4: 'ctrl+v',
  qt: 'ctrl+v',
  'gtk-x11': 'ctrl+v',
  xterm: null,
};

/** Types into a program, and then pastes there if it has a chord for that. */
export async function expectKeysAndPaste(desktop: Desktop, kind: TargetKind): Promise<void> {
  const target = await desktop.startTarget(kind);
  await desktop.keyboard.press('a');
  await desktop.keyboard.press('shift+b');
  await vi.waitFor(() => expect(target.text()).toBe('aB'), patient);
  const chord = pasteChords[kind];
  if (chord !== null) {
    await desktop.clipboard.copy({ 'text/plain;charset=utf-8': 'Grüße, 你好 🙂' });
    await desktop.keyboard.press(chord);
    await vi.waitFor(() => expect(target.text()).toBe('aBGrüße, 你好 🙂'), patient);
  }
  await target.stop();
}

/** @param focused reads the window that has the focus */
export async function expectFocusMoves(
  desktop: Desktop,
  focused: () => Promise<object | null>,
): Promise<void> {
  const first = await desktop.startTarget('foot');
  const second = await desktop.startTarget('gtk');
  await first.focus();
  await desktop.keyboard.press('x');
  await vi.waitFor(() => expect(first.text()).toBe('x'), patient);
  expect(second.text()).toBe('');
  expect(await focused()).toMatchObject({ title: 'foot', isX11: false });
  await Promise.all([first.stop(), second.stop()]);
}

export async function expectEachFormat({ clipboard }: Desktop): Promise<void> {
  const picture = Buffer.from([0, 255, 0, 128]);
  await clipboard.copy({ 'text/html': '<b>ü</b>', 'image/png': picture });
  expect(await clipboard.content()).toEqual({
    'text/html': Buffer.from('<b>ü</b>'),
    'image/png': picture,
  });
}
