import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { holdKeys, pressKeys, type HeldKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import type { WindowsProgram } from '../../../../tools/desktop-harness/wine/program.ts';
import type { WindowsTarget } from '../../../../tools/desktop-harness/wine/targets.ts';
import { startWine, type WineDesktop } from '../../../../tools/desktop-harness/wine/wine.ts';
import { patient } from '../../../../test/support/patient.ts';

/* Held shortcuts, with a program in front that would receive their keys. */
let wine: WineDesktop;
let target: WindowsTarget;
let hotkeys: WindowsProgram;
const eventSchema = v.object({ type: v.string() });
const expectHeard = (...expected: string[]): Promise<void> =>
  vi.waitFor(
    () =>
      expect(hotkeys.reports.map((event) => v.parse(eventSchema, event).type)).toEqual(expected),
    patient,
  );

const bind = async (accelerator: string): Promise<void> => {
  const status = { problem: null, holdProblem: null };
  expect(await hotkeys.call('bind', accelerator)).toEqual(status);
};
const expectTyped = (text: string): Promise<void> =>
  vi.waitFor(async () => expect(await target.text()).toBe(text), patient);

beforeAll(async () => {
  wine = await startWine();
  target = await wine.startTarget('notepad');
});
afterAll(() => wine.stop());
beforeEach(async () => {
  hotkeys = await wine.start(join(import.meta.dirname, 'hotkeys.wine.fixture.ts'));
  await target.setText('');
  await target.focus();
});
afterEach(async () => {
  await hotkeys.call('dispose');
  await hotkeys.stop();
});

/** A held key repeats after 0.7 s, and 25 times a second from then on. */
const untilItRepeats = (): Promise<void> => sleep(1_200);

test.each([
  ['Ctrl, Alt, Space', [0, 1, 2]],
  ['Alt, Ctrl, Space', [1, 0, 2]],
  ['Space, Alt, Ctrl', [2, 1, 0]],
  ['Ctrl, Space, Alt', [0, 2, 1]],
] as const)(
  'releasing the keys in the order %s types nothing and opens no menu',
  async (_names, order) => {
    await bind('Control+Alt+Space');
    const held: HeldKeys[] = [];
    for (const key of ['Control_L', 'Alt_L', 'space']) held.push(await holdKeys(wine.display, key));
    await expectHeard('press');
    for (const index of order) {
      await untilItRepeats();
      await held[index]?.release();
    }
    await expectHeard('press', 'release');
    await pressKeys(wine.display, 'x');
    await vi.waitFor(async () => expect(await target.text()).toBe('x'), patient);
  },
);

test.each(['Alt+F9', 'RightAlt'])('the release of %s opens no menu', async (accelerator) => {
  await bind(accelerator);
  for (const count of [1, 2, 3]) {
    const held = await holdKeys(wine.display, accelerator === 'RightAlt' ? 'Alt_R' : 'alt+F9');
    await expectHeard(
      ...Array<string[]>(count - 1)
        .fill(['press', 'release'])
        .flat(),
      'press',
    );
    await held.release();
    await expectHeard(...Array<string[]>(count).fill(['press', 'release']).flat());
    await pressKeys(wine.display, 'x');
    await expectTyped('x'.repeat(count));
  }
});
