import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forkWith } from '../../../../test/support/fork.ts';
import { patient } from '../../../../test/support/patient.ts';
import {
  startSway,
  type SwayDesktop,
  type SwayTarget,
} from '../../../../tools/desktop-harness/sway/sway.ts';
import type { Target } from '../insertion.ts';
import { SwayPort } from './sway-port.ts';
import { WaylandClipboard } from '../wayland/wayland-clipboard.ts';

/* A real sway. The focus is elsewhere in each step in which it matters. */
let desktop: SwayDesktop;
let port: SwayPort;
let first: SwayTarget;
let second: SwayTarget;
let wanted: Target;

const focus = (target: SwayTarget): Promise<boolean> =>
  desktop.ipc.run(`[con_id=${target.window.id}] focus`);

beforeAll(async () => {
  desktop = await startSway();
});
afterAll(() => desktop.stop());
beforeEach(async () => {
  port = new SwayPort(desktop.env.SWAYSOCK ?? '', new WaylandClipboard(forkWith(desktop.env)));
  first = await desktop.startTarget('gtk');
  const focused = await port.focused();
  if (focused === null) throw new Error('The target has no focus.');
  wanted = focused;
  second = await desktop.startTarget('qt');
});
afterEach(async () => {
  await port.dispose();
  await Promise.all([first.stop(), second.stop()]);
});

test('a text is for its target, whichever window has the focus when the clipboard is taken', async () => {
  const owned = await port.own('Dictated', wanted);
  if (owned === null) throw new Error('The clipboard was taken.');
  await focus(first);
  expect(await port.press(wanted, owned)).toBe('sent');
  expect(await owned.receipt).toBe('target');
  await vi.waitFor(() => expect(first.text()).toBe('Dictated'), patient);
});

test('the focus counts as kept only if it stayed since the key', async () => {
  await focus(first);
  const owned = await port.own('Dictated', wanted);
  if (owned === null) throw new Error('The clipboard was taken.');
  expect(await port.press(wanted, owned)).toBe('sent');
  expect(await owned.receipt).toBe('target');
  expect(await port.hasKeptFocus(wanted)).toBe(true);
  await focus(second);
  await focus(first);
  expect(await port.hasKeptFocus(wanted)).toBe(false);
});
