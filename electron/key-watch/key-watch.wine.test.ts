import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { holdKeys, pressKeys, type HeldKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { WindowsProgram } from '../../tools/desktop-harness/wine/program.ts';
import type { WindowsTarget } from '../../tools/desktop-harness/wine/targets.ts';
import { startWine, type WineDesktop } from '../../tools/desktop-harness/wine/wine.ts';
import { patient } from '../../test/support/patient.ts';

/* The key watch on Node for Windows, with another program in the foreground. */
let wine: WineDesktop;
let target: WindowsTarget;
let parent: WindowsProgram;
const reportSchema = v.object({ type: v.string() });
const reported = (): string[] => parent.reports.map((report) => v.parse(reportSchema, report).type);
const expectReports = (...expected: string[]): Promise<void> =>
  vi.waitFor(() => expect(reported()).toEqual(['started', ...expected]), patient);

async function watch(accelerator: string): Promise<void> {
  const chord = parseAccelerator(accelerator, false);
  await parent.call('start');
  await parent.call('send', { type: 'watch', chord });
  await expectReports();
}

beforeAll(async () => {
  wine = await startWine();
  target = await wine.startTarget('notepad');
});
afterAll(() => wine.stop());
beforeEach(async () => {
  parent = await wine.start(join(import.meta.dirname, 'key-watch.wine.fixture.ts'));
  await target.focus();
});
afterEach(async () => {
  await parent.call('stop');
  await parent.stop();
});

/** Presses one key after the other; each is held until it is released. */
async function hold(...keys: string[]): Promise<HeldKeys[]> {
  const held: HeldKeys[] = [];
  for (const key of keys) held.push(await holdKeys(wine.display, key));
  return held;
}

test('reports the first press after the start, and its release', async () => {
  await watch('Control+Alt+Space');
  const held = await hold('Control_L', 'Alt_L', 'space');
  await expectReports('press');
  for (const key of held.toReversed()) await key.release();
  await expectReports('press', 'release');
});

test('reports every hold, in whatever order its keys go up', async () => {
  await watch('Control+Alt+Space');
  const rounds = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [0, 2, 1],
  ]) {
    const held = await hold('Control_L', 'Alt_L', 'space');
    for (const index of order) await held[index]?.release();
    rounds.push('press', 'release');
    await expectReports(...rounds);
  }
});

test('does not take AltGr for Ctrl+Alt', async () => {
  await watch('Control+Alt+Space');
  // Windows reports AltGr as these two keys.
  const held = await hold('Control_L', 'Alt_R', 'space');
  for (const key of held.toReversed()) await key.release();
  await parent.call('send', { type: 'grabbed', isTap: false });
  await pressKeys(wine.display, 'ctrl+alt+space');
  await expectReports('press', 'release');
});

const f9 = 0x78;
const untilF9Is = (isDown: boolean): Promise<void> =>
  vi.waitFor(async () => expect(await wine.probe.call('isDown', f9)).toBe(isDown), patient);

test('reports nothing for the key with fewer or more modifiers', async () => {
  await watch('Control+Shift+F9');
  for (const keys of ['ctrl+F9', 'ctrl+alt+shift+F9', 'ctrl+shift+F9']) {
    const held = await holdKeys(wine.display, keys);
    // The watch reads the modifiers when Windows reports the key, by when they must still be down.
    await untilF9Is(true);
    await held.release();
    await untilF9Is(false);
  }
  await expectReports('press', 'release');
});

test('begins a hold on a press that only the registered shortcut saw, if the key is still down', async () => {
  await watch('Control+Alt+Space');
  await parent.call('send', { type: 'grabbed', isTap: false });
  const held = await hold('space');
  // The system repeats the shortcut while the key is down.
  await vi.waitFor(async () => {
    await parent.call('send', { type: 'grabbed', isTap: false });
    expect(reported()).toEqual(['started', 'press']);
  }, patient);
  for (const key of held) await key.release();
  await expectReports('press', 'release');
});
