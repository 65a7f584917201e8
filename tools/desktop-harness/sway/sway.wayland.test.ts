import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TargetKind } from '../wayland/targets.ts';
import { startSway, type SwayDesktop } from './sway.ts';

/* The harness itself: a real sway, and programs of others on it. */
let desktop: SwayDesktop;
const waitFor = { timeout: 20_000, interval: 15 };

beforeAll(async () => {
  desktop = await startSway();
});
afterAll(() => desktop.stop());

test.each<[TargetKind, string | null]>([
  ['foot', 'ctrl+shift+v'],
  ['gtk', 'ctrl+v'],
  ['qt', 'ctrl+v'],
  ['gtk-x11', 'ctrl+v'],
  ['xterm', null],
])('%s gets what is typed, and what is pasted', async (kind, chord) => {
  const target = await desktop.startTarget(kind);
  await desktop.keyboard.press('a');
  await desktop.keyboard.press('shift+b');
  await vi.waitFor(() => expect(target.text()).toBe('aB'), waitFor);
  if (chord !== null) {
    await desktop.clipboard.copy({ 'text/plain;charset=utf-8': 'Grüße, 你好 🙂' });
    await desktop.keyboard.press(chord);
    await vi.waitFor(() => expect(target.text()).toBe('aBGrüße, 你好 🙂'), waitFor);
  }
  await target.stop();
});

test('a window can be given the focus', async () => {
  const first = await desktop.startTarget('foot');
  const second = await desktop.startTarget('gtk');
  await first.focus();
  await desktop.keyboard.press('x');
  await vi.waitFor(() => expect(first.text()).toBe('x'), waitFor);
  expect(second.text()).toBe('');
  expect(await desktop.focused()).toMatchObject({ title: 'foot', isX11: false });
  await Promise.all([first.stop(), second.stop()]);
});

test('what is copied in several formats can be read in each', async () => {
  const picture = Buffer.from([0, 255, 0, 128]);
  await desktop.clipboard.copy({ 'text/html': '<b>ü</b>', 'image/png': picture });
  expect(await desktop.clipboard.content()).toEqual({
    'text/html': Buffer.from('<b>ü</b>'),
    'image/png': picture,
  });
});
