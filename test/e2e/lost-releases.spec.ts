import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { millisecondsOf } from '../../electron/core/audio-format.ts';
import type { App } from '../support/app.ts';
import { recordingsIn } from '../support/crash.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { patient } from '../support/patient.ts';
import { openPage } from '../support/pages.ts';
import { patienceMs } from '../../tools/patience.ts';

/* Releases of keys get lost, and the microphone is still off soon afterwards. */
let desk: Desk;
let app: App;

/** Some of them lose their release; each takes about a second. */
const holds = process.env.CAPTIONKEY_SLOW === '1' ? 60 : 6;

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch({
    modules: [join(import.meta.dirname, '../support/lose-releases.cjs')],
    files: { 'settings.json': JSON.stringify({ dictationMode: 'hold', keepConnectedSeconds: 20 }) },
  });
  // They are listed once releases are heard.
  const panel = await app.page('CaptionKey');
  await openPage(panel, 'hotkeys');
  await panel.getByRole('region', { name: 'Hotkeys' }).getByRole('listitem').first().waitFor();
});
afterAll(() => desk.stop());

const logged = async (event: RegExp): Promise<number[]> => {
  const log = await readFile(join(app.userData, 'logs/main.log'), 'utf8');
  return [...log.matchAll(event)].map(([, sample]) => Number(sample));
};
const openedAt = (): Promise<number[]> => logged(/ microphone-opened .*startSample=(\d+)/g);
const closedAt = (): Promise<number[]> => logged(/ microphone-closed .*endSample=(\d+)/g);

/** @returns how many samples are recorded after the key is up */
async function hold(count: number): Promise<number> {
  const before = new Set(recordingsIn(app.userData).map(({ path }) => path));
  const held = await desk.holdKeys('ctrl+alt+space');
  await vi.waitFor(async () => expect(await openedAt()).toHaveLength(count), patient);
  // The server repeats a key after 660 ms; some holds are shorter, some longer.
  await sleep(300 * (1 + (count % 4)));
  const recording = recordingsIn(app.userData).find(({ path }) => !before.has(path));
  await held.release();
  await vi.waitFor(async () => expect(await closedAt()).toHaveLength(count), patient);
  const startSample = (await openedAt()).at(-1) ?? 0;
  const endSample = (await closedAt()).at(-1) ?? 0;
  return endSample - startSample - (recording?.samples ?? NaN);
}

test(
  `of ${holds} holds every third loses its release: each ends with its key`,
  { timeout: holds * patienceMs },
  async () => {
    const longer: number[] = [];
    for (let count = 1; count <= holds; count += 1) longer.push(await hold(count));
    const lost = await app.electron.evaluate(
      () => Reflect.get(globalThis, 'lostReleases') as unknown,
    );
    expect(lost).toBeGreaterThanOrEqual(Math.floor(holds / 3));
    // How long that takes is the machine's affair; a second is what it should be.
    console.log(
      `The longest was heard ${Math.round(millisecondsOf(Math.max(...longer)))} ms longer than it was held.`,
    );
  },
);
