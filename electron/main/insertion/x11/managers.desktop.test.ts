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
import { X11Insertion } from './x11-insertion.ts';

let screen: VirtualDisplay;

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
});
afterAll(() => screen.stop());

const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];
/** Reads one after the other, because Clipman does not answer several requests at once. */
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
      const insertion = new X11Insertion(screen.display);
      const focused = await insertion.focused();
      const before = await readAll();
      const sent: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        sent.push(`Round ${round}: grüßt 你好`);
        const outcome = await insertion.insert(sent[round] ?? '', focused);
        expect(outcome).toMatchObject({ type: 'inserted' });
      }
      await vi.waitFor(() => expect(target.texts).toHaveLength(sent.length), patient);
      // A late or second restore would show by then.
      await sleep(500);
      expect(target.texts).toEqual(sent);
      expect(await readAll()).toEqual(before);
      await insertion.dispose();
      for (const program of [target, owner, manager]) await program.stop();
    },
  );
});

test('restored content survives the app if a manager takes it over', async () => {
  const manager = await startManager(screen.display, 'xfce4-clipman');
  const owner = await startRichOwner(screen.display);
  const target = await startProgram(screen.display, 'gtk_entry');
  const insertion = new X11Insertion(screen.display);
  const before = await readAll();
  expect(await insertion.insert('Dictated', await insertion.focused())).toMatchObject({
    type: 'inserted',
  });
  await owner.stop();
  await insertion.dispose();
  await vi.waitFor(async () => expect(await readAll()).toEqual(before), patient);
  for (const program of [target, manager]) await program.stop();
});

test('the end of the app does not touch content of another program', async () => {
  const insertion = new X11Insertion(screen.display);
  await insertion.insert('Dictated', null);
  const owner = await copyToClipboard(screen.display, 'UTF8_STRING', 'copied');
  await insertion.dispose();
  expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('copied');
  await owner.stop();
});
