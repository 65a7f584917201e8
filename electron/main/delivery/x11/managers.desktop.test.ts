import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { copyToClipboard, readClipboard } from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import {
  startManager,
  startProgram,
  startRichOwner,
} from '../../../../tools/desktop-harness/targets.ts';
import { patienceMs } from '../../../../tools/patience.ts';
import { patient } from '../../../../test/support/patient.ts';
import { X11Delivery } from './x11-delivery.ts';

let screen: VirtualDisplay;

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
});
afterAll(() => screen.stop());

const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];
/** One after the other: Clipman answers nobody when it is asked for several at once. */
const readAll = async () => {
  const contents: (Buffer | null)[] = [];
  for (const format of formats) contents.push(await readClipboard(screen.display, format));
  return contents;
};

const rounds = process.env.CAPTIONKEY_SLOW === '1' ? 200 : 10;

describe.each(['parcellite', 'xfce4-clipman'] as const)('with %s running', (name) => {
  test(
    `${rounds} texts reach a target that reads them up to 3 s late, and nothing else does`,
    { timeout: rounds * patienceMs },
    async () => {
      const manager = await startManager(screen.display, name);
      const owner = await startRichOwner(screen.display);
      const target = await startProgram(screen.display, 'late_reader', '7');
      const delivery = new X11Delivery(screen.display);
      const focused = await delivery.focused();
      const before = await readAll();
      const sent: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        sent.push(`Round ${round}: grüßt 你好`);
        const outcome = await delivery.deliver(sent[round] ?? '', focused);
        expect(outcome).toMatchObject({ type: 'delivered' });
      }
      await vi.waitFor(() => expect(target.texts).toHaveLength(sent.length), patient);
      // What was restored late, or twice, would show in the meantime.
      await sleep(500);
      expect(target.texts).toEqual(sent);
      expect(await readAll()).toEqual(before);
      await delivery.dispose();
      for (const program of [target, owner, manager]) await program.stop();
    },
  );
});

test('what we put back outlives us where a manager takes it over', async () => {
  const manager = await startManager(screen.display, 'xfce4-clipman');
  const owner = await startRichOwner(screen.display);
  const target = await startProgram(screen.display, 'gtk_entry');
  const delivery = new X11Delivery(screen.display);
  const before = await readAll();
  expect(await delivery.deliver('Dictated', await delivery.focused())).toMatchObject({
    type: 'delivered',
  });
  await owner.stop();
  await delivery.dispose();
  await vi.waitFor(async () => expect(await readAll()).toEqual(before), patient);
  for (const program of [target, manager]) await program.stop();
});

test('what another program has copied is no concern of our end', async () => {
  const delivery = new X11Delivery(screen.display);
  await delivery.deliver('Dictated', null);
  const owner = await copyToClipboard(screen.display, 'UTF8_STRING', 'copied');
  await delivery.dispose();
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
  await owner.stop();
});
