import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import type { RecordingRetention } from '#shared/setting-values.ts';
import { WavWriter } from '../../../capture/wav-writer.ts';
import { stopStoreClock } from '../database/still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, turn, value } from '../database/store.fixture.ts';
import type { Store } from '../database/store.ts';
import { Recordings } from './recordings.ts';

stopStoreClock();

let desk: StoreDesk;
let folder: string;
let retention: RecordingRetention;

beforeEach(() => {
  desk = new StoreDesk();
  folder = join(desk.folder, 'recordings');
  mkdirSync(folder);
  retention = 'until-stored';
});
afterEach(() => desk.clear());

const startedAtMs = Date.UTC(2026, 9, 1);
const recordingsOf = (store: Store): Recordings => new Recordings(store, folder, () => retention);
const has = (name: string): boolean => existsSync(join(folder, name));

/** Writes this many seconds of sound as the capture process would, and reports them to the store. */
async function record(store: Store, path: string, seconds: number): Promise<number> {
  const writer = new WavWriter(join(folder, path));
  writer.append(new Uint8Array(2 * 16_000 * seconds));
  writer.close();
  return value(store.beginRecording({ path, startedAtMs, startSample: 0 }));
}

test('after a crash, the next start offers the sound that has no text, and its text so far', async () => {
  const first = desk.start();
  const recordingId = await record(first, 'cut.wav', 3);
  await value(first.saveTurn(turn('The first second.', { recordingId })));
  await value(first.settle(recordingId, 16_000));
  await first.close();

  const second = desk.start();
  const offers = await value(recordingsOf(second).offers());
  expect(offers).toMatchObject([
    { recording: { path: 'cut.wav' }, seconds: 2, sound: { startSample: 16_000 } },
  ]);
  expect(texts(offers[0]?.recording.turns ?? [])).toEqual(['The first second.']);
  await value(recordingsOf(second).sweep(startedAtMs));
  expect(has('cut.wav')).toBe(true);

  await value(second.settle(recordingId, 48_000));
  expect(await value(recordingsOf(second).offers())).toEqual([]);
  await value(recordingsOf(second).sweep(startedAtMs));
  expect(has('cut.wav')).toBe(false);
  expect(texts(storedTurns(desk.path))).toEqual(['The first second.']);
});

test('a sweep deletes recordings with stored text, and no others and no unknown files', async () => {
  const store = desk.start();
  const stored = await record(store, 'stored.wav', 1);
  await value(store.settle(stored, 16_000));
  await value(store.endRecording(stored, 16_000));
  const unsettled = await record(store, 'unsettled.wav', 1);
  await value(store.endRecording(unsettled, 16_000));
  await record(store, 'open.wav', 1);
  writeFileSync(join(folder, 'unknown.wav'), '');

  await value(recordingsOf(store).sweep(startedAtMs));
  const names = ['stored.wav', 'unsettled.wav', 'open.wav', 'unknown.wav'];
  expect(names.filter(has)).toEqual(['unsettled.wav', 'open.wav', 'unknown.wav']);
  expect((await value(store.recordings())).map(({ path }) => path)).toEqual([
    'unsettled.wav',
    'open.wav',
  ]);
});

test('each sweep uses the current setting', async () => {
  const store = desk.start();
  const id = await record(store, 'a.wav', 1);
  await value(store.settle(id, 16_000));
  await value(store.endRecording(id, 16_000));
  retention = 'forever';
  await value(recordingsOf(store).sweep(startedAtMs));
  expect(has('a.wav')).toBe(true);
  retention = 'until-stored';
  await value(recordingsOf(store).sweep(startedAtMs));
  expect(has('a.wav')).toBe(false);
});

test('a recording that cannot be deleted is reported, and tried again', async () => {
  const store = desk.start();
  const id = await record(store, 'a.wav', 1);
  await value(store.settle(id, 16_000));
  await value(store.endRecording(id, 16_000));
  // A folder with its name is not deleted by mistake.
  renameSync(join(folder, 'a.wav'), join(folder, 'b.wav'));
  mkdirSync(join(folder, 'a.wav'));
  const swept = await recordingsOf(store).sweep(startedAtMs);
  expect(shown(swept)).toEqual({
    ok: false,
    problem: {
      code: 'cannot-delete-recording',
      sentence: `${join(folder, 'a.wav')} couldn't be deleted. Check that you own it and its folder.`,
    },
  });
  expect(await value(store.recordings())).toHaveLength(1);
});

test('a missing folder removes no recording from the store', async () => {
  const store = desk.start();
  await record(store, 'a.wav', 1);
  await store.close();
  renameSync(folder, `${folder}-away`);
  const next = desk.start();
  const failed = { ok: false, problem: { code: 'cannot-read-recordings' } };
  expect(await recordingsOf(next).sweep(startedAtMs)).toMatchObject(failed);
  expect(await recordingsOf(next).offers()).toMatchObject(failed);
  renameSync(`${folder}-away`, folder);
  expect(await value(recordingsOf(next).offers())).toMatchObject([{ seconds: 1 }]);
});

test('a failing store is reported', async () => {
  mkdirSync(desk.path);
  const recordings = recordingsOf(desk.start());
  const failed = { ok: false, problem: { code: 'store-unwritable' } };
  expect(await recordings.offers()).toMatchObject(failed);
  expect(await recordings.sweep(startedAtMs)).toMatchObject(failed);
});

test('a path out of the folder is refused', async () => {
  const store = desk.start();
  for (const path of ['../settings.wav', 'a/b.wav', 'settings.json', ''])
    expect(await store.beginRecording({ path, startedAtMs, startSample: 0 })).toMatchObject({
      ok: false,
    });
});
