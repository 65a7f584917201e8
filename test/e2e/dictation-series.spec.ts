import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { recordingsIn } from '../support/crash.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { patient } from '../support/patient.ts';
import { patienceMs } from '../../tools/patience.ts';

/* Dictations in a row, each of which begins before the text of the one before is inserted. */
let desk: Desk;
let app: App;
let target: TextTarget;

/** Each takes about two seconds. */
const dictations = process.env.CAPTIONKEY_SLOW === '1' ? 50 : 8;

/** From a release to the next press: 20 to 800 ms, the shortest first. */
const intervalsMs = [20, 50, 800, 120, 400, 80, 250, 600, 35, 170];

beforeAll(async () => {
  desk = await startDesk();
  const settings = { recordingRetention: 'forever', dictationMode: 'hold' };
  app = await desk.launch({
    args: ['--stop'],
    files: { 'settings.json': JSON.stringify(settings) },
  });
  await app.hears();
  target = await startProgram(desk.display, 'gtk_entry');
});
afterAll(async () => {
  await target.stop();
  await desk.stop();
});

const recorded = (): number =>
  recordingsIn(app.userData).reduce((sum, { samples }) => sum + samples, 0);

/** How many dictations the app has begun. */
function begun(): number {
  const database = new DatabaseSync(join(app.userData, 'captionkey.db'), { readOnly: true });
  try {
    const row = database.prepare('SELECT count(*) AS begun FROM dictations').get();
    return v.parse(v.object({ begun: v.number() }), row).begun;
  } finally {
    database.close();
  }
}

/** On a busy machine the press takes a while to be heard; the tail of the one before is recorded. */
async function dictate(count: number, { path, samples }: Clip): Promise<void> {
  const held = await desk.holdKeys('ctrl+alt+space');
  await vi.waitFor(() => expect(begun()).toBe(count), patient);
  const before = recorded();
  await vi.waitFor(() => expect(recorded()).toBeGreaterThan(before), patient);
  await desk.say(path);
  // An idle sound server accepts the sound long before it plays it.
  await vi.waitFor(() => expect(recorded() - before).toBeGreaterThan(samples), patient);
  await held.release();
}

test(
  `${dictations} dictations in quick succession: each text once and whole, in order`,
  { timeout: dictations * patienceMs },
  async () => {
    // The end of a sentence, two single words, and a sentence that is longer than finals take.
    const first = cutClip(app.home, 0, 3);
    const clips = [first, cutClip(app.home, 1, 9), cutClip(app.home, 2), cutClip(app.home, 3, 5)];
    const said: string[] = [];
    for (let count = 0; count < dictations; count += 1) {
      const clip = clips[count % clips.length] ?? first;
      await dictate(count + 1, clip);
      said.push(clip.text);
      await sleep(intervalsMs[count % intervalsMs.length] ?? 0);
    }
    await vi.waitFor(async () => expect(await target.text()).toBe(said.join(' ')), patient);
  },
);

test('a message begins without a space after Enter has sent the one before', async () => {
  await pressKeys(desk.display, 'Return');
  await vi.waitFor(async () => expect(await target.text()).toBe(''), patient);
  const clip = cutClip(app.home, 3);
  const before = begun();
  for (const count of [1, 2]) {
    await dictate(before + count, clip);
    await vi.waitFor(async () => expect(await target.text()).toContain(clip.text), patient);
    expect(await target.text()).toBe(clip.text);
    await pressKeys(desk.display, 'Return');
    await vi.waitFor(async () => expect(await target.text()).toBe(''), patient);
  }
});
