import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forkInto } from '../../../../test/support/fork.ts';
import { patient } from '../../../../test/support/patient.ts';
import { startForTest } from '../../../../test/support/start-target.ts';
import {
  startSway,
  type SwayDesktop,
  type SwayTarget,
} from '../../../../tools/desktop-harness/sway/sway.ts';
import { textOn } from '../../../../tools/desktop-harness/wayland/clipboard.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import type { Child } from '../../processes/child.ts';
import {
  expectClipboard,
  expectCopyStays,
  expectEnter,
  expectFocusMoved,
  expectKillHolds,
  expectOnClipboardWithoutWindow,
  expectTwoTexts,
  insertWhileFocusMoves,
} from '../wayland/native-insertion.fixture.ts';
import { NativeInsertion } from '../wayland/native-insertion.ts';
import { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { SwayPort } from './sway-port.ts';
import { rich, richContent, text } from '../rich-clipboard.fixture.ts';

/* A real sway, real programs, and the real helper in a process of its own. */
let desktop: SwayDesktop;
let insertion: NativeInsertion;
let helpers: Child[];

const start = (kind: TargetKind): Promise<SwayTarget> => startForTest(desktop, kind);

beforeAll(async () => {
  desktop = await startSway();
});
afterAll(() => desktop.stop());
beforeEach(async () => {
  helpers = [];
  await desktop.clipboard.copy(rich);
  const clipboard = new WaylandClipboard(forkInto(helpers, desktop.env));
  const port = new SwayPort(desktop.env.SWAYSOCK ?? '', clipboard);
  insertion = new NativeInsertion(clipboard, port);
});
afterEach(async () => {
  await insertion.dispose();
});

test.each<TargetKind>(['foot', 'gtk', 'qt'])(
  '%s gets each text once and whole, and the clipboard is restored in each format',
  async (kind) => {
    const target = await start(kind);
    const focused = await insertion.focused();
    expect(focused).toMatchObject({ windowId: target.window.id, shell: 'wayland' });
    await expectTwoTexts(insertion, desktop.clipboard, target, focused);
  },
);

test('a copy can be undone, also after an insertion has put it back', async () => {
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  await start('gtk');
  expect(await insertion.insert(text, await insertion.focused())).toMatchObject({
    type: 'inserted',
  });
  expect(await textOn(desktop.clipboard)).toBe('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  await expectClipboard(desktop.clipboard);
});

test('a copy is not undone once another program or a dictation has put something else there', async () => {
  await insertion.clipboard.copy('Good morning.');
  await desktop.clipboard.copy({ 'text/plain': 'copied since' });
  await vi.waitFor(async () => expect(await insertion.clipboard.undo()).toBe(false), patient);
  await insertion.clipboard.copy('Good morning.');
  await insertion.insert(text, null);
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(await textOn(desktop.clipboard)).toBe(text);
});

test('Enter follows a text that wants it, and no other', async () => {
  const target = await start('gtk');
  await expectEnter(insertion, target, await insertion.focused());
  await expectClipboard(desktop.clipboard);
});

test('a long text arrives whole', async () => {
  const target = await start('qt');
  const long = `${text} `.repeat(2_000);
  expect(await insertion.insert(long, await insertion.focused())).toMatchObject({
    type: 'inserted',
  });
  await vi.waitFor(() => expect(target.text()).toBe(long), patient);
});

test('after a change of the focus nothing is typed, the text is held and the clipboard stays', async () => {
  const first = await start('gtk');
  const focused = await insertion.focused();
  const second = await start('foot');
  await expectFocusMoved(insertion, focused, 10);
  expect([first.text(), second.text()]).toEqual(['', '']);
  expect(await desktop.clipboard.content()).toEqual(richContent);
});

test('while the focus moves at random, the text reaches the right window or none', async () => {
  const first = await start('gtk');
  const wanted = await insertion.focused();
  const second = await start('qt');
  const sent = await insertWhileFocusMoves(insertion, wanted, 40, async (nth) => {
    await desktop.ipc.run(`[con_id=${(nth % 2 ? first : second).window.id}] focus`);
    await sleep((nth * 7) % 23);
  });
  await desktop.ipc.run(`[con_id=${first.window.id}] focus`);
  // The last text is certainly inserted, which shows that every earlier one has been handled.
  // Its place is another one, since the second window is beside it.
  await vi.waitFor(
    async () => expect((await insertion.focused())?.windowId).toBe(wanted?.windowId),
    patient,
  );
  expect(await insertion.insert('end', wanted)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(() => expect(first.text()).toMatch(/end$/), patient);
  const inserted: string[] = first.text().match(/\d+ /g) ?? [];
  const thatAre = (...types: string[]): string[] =>
    sent.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  expect(inserted).toEqual(expect.arrayContaining(thatAre('inserted')));
  const possible = thatAre('inserted', 'pasted');
  expect(inserted).toEqual(possible.filter((text) => inserted.includes(text)));
  expect(second.text()).toBe('');
});

test('a text that its target does not read can be pasted elsewhere', async () => {
  const target = await start('gtk');
  const resume = target.pause();
  expect(await insertion.insert(text, await insertion.focused())).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'not-read' },
  });
  const other = await start('qt');
  await desktop.keyboard.press('ctrl+v');
  await vi.waitFor(() => expect(other.text()).toBe(text), patient);
  resume();
});

test('without a window the text is on the clipboard, and a sentence says so', () =>
  expectOnClipboardWithoutWindow(insertion, desktop.clipboard));

test.each([0, 5, 20, 80])(
  'killing the helper %i ms after the text is on the clipboard holds the text and restores the clipboard',
  async (afterMs) =>
    expectKillHolds(insertion, desktop.clipboard, await start('foot'), async () => {
      await sleep(afterMs);
      helpers[0]?.kill();
    }),
);

test('a program that passes a file instead of a pipe ends the helper, and the clipboard stays', async () => {
  await start('gtk');
  await insertion.insert('One.', await insertion.focused());
  expect(await desktop.clipboard.types()).toContain('text/html');
  desktop.clipboard.requestIntoFile('text/html');
  await vi.waitFor(() => expect(helpers).toHaveLength(2), patient);
  await expectClipboard(desktop.clipboard);
});

test('after a later end of the helper the copied content stays, and the next text is inserted', async () => {
  const target = await start('gtk');
  const focused = await insertion.focused();
  await insertion.insert('One.', focused);
  helpers[0]?.kill();
  await vi.waitFor(() => expect(helpers).toHaveLength(2), patient);
  await expectClipboard(desktop.clipboard);
  expect(await insertion.insert('Two.', focused)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(() => expect(target.text()).toBe('One.Two.'), patient);
});

test('content that another program copies during an insertion stays', async () =>
  expectCopyStays(insertion, desktop.clipboard, await start('foot')));
