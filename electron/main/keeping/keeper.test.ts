import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';
import type { Problem } from '#shared/status.ts';
import { Recordings } from '../recovery/recordings.ts';
import { StoreDesk, texts, value } from '../store/store.fixture.ts';
import type { Store } from '../store/store.ts';
import { Keeper } from './keeper.ts';

let desk: StoreDesk;
let store: Store;
/** Null: what could not be kept is kept again. */
let problems: (Problem | null)[];
let sessions: number;
let isKept: boolean;

beforeEach(() => {
  desk = new StoreDesk();
  store = desk.start();
  problems = [];
  sessions = 0;
  isKept = true;
});
afterEach(() => desk.clear());

const keeperOf = (of: Store): Keeper =>
  new Keeper(
    of,
    (problem) => problems.push(problem),
    () => (sessions += 1),
    () => isKept,
  );

const turn = (text: string, startSample: number, endSample: number): SpokenTurn => ({
  id: 0,
  text,
  isFinal: true,
  startSample,
  endSample,
  heardIn: { startSample, endSample },
  words: [],
  language: 'en',
});

const session = {
  id: 'session-1',
  startedAtMs: Date.now(),
  model: 'u3-rt-pro',
  host: 'streaming.example',
  audioSeconds: 1,
  sessionSeconds: 2,
  configuration: null,
  isEstimated: false,
};

test('a turn is kept with the recording it was said in', async () => {
  const keeper = keeperOf(store);
  keeper.recordingBegan('/data/recordings/first.wav', 0);
  keeper.recordingBegan('/data/recordings/second.wav', 16_000);
  await keeper.turn(turn('One.', 1_000, 8_000));
  await keeper.turn(turn('Two.', 20_000, 24_000));
  const turns = await value(store.turns(null, 9));
  expect(turns.map(({ recordingId, text }) => [recordingId, text])).toEqual([
    [2, 'Two.'],
    [1, 'One.'],
  ]);
});

test('what is settled and ended needs no recovery, what could not be made text does', async () => {
  const keeper = keeperOf(store);
  keeper.recordingBegan('good.wav', 0);
  keeper.recordingBegan('bad.wav', 16_000);
  keeper.failed(20_000, 32_000);
  keeper.recordingEnded(32_000);
  keeper.settledTo(32_000);
  await keeper.idle();
  expect(await value(store.recordings())).toMatchObject([
    { path: 'good.wav', endSample: 16_000, settledToSample: 32_000 },
    { path: 'bad.wav', endSample: 32_000, settledToSample: 20_000 },
  ]);
});

test('sound of an earlier run is settled in the clock of that run', async () => {
  const first = keeperOf(store);
  first.recordingBegan('cut.wav', 0);
  await first.turn(turn('Before the crash.', 0, 16_000));
  first.settledTo(16_000);
  await first.idle();
  await store.close();

  store = desk.start();
  const [left] = await value(store.unfinished());
  const second = keeperOf(store);
  second.recordingGoesOn(left?.id ?? 0, 5_000, 16_000, []);
  await second.turn(turn('After it.', 6_000, 9_000));
  second.settledTo(21_000);
  second.recordingEnded(21_000);
  await second.idle();
  expect(await value(store.recordings())).toMatchObject([{ settledToSample: 32_000 }]);
  expect((await value(store.turns(null, 1)))[0]).toMatchObject({
    recordingId: left?.id,
    startSample: 17_000,
  });
});

test('sound of an earlier run that is not heard to its end is still left', async () => {
  const first = keeperOf(store);
  first.recordingBegan('cut.wav', 0);
  await first.idle();
  await store.close();

  store = desk.start();
  const [left] = await value(store.unfinished());
  const second = keeperOf(store);
  second.recordingGoesOn(left?.id ?? 0, 5_000, 0, []);
  second.recordingEnded(21_000);
  second.settledTo(21_000);
  await second.idle();
  expect(await value(store.recordings())).toMatchObject([
    { settledToSample: 16_000, endSample: null },
  ]);
});

test('words of an earlier run whose sound is heard again are kept once, and in order', async () => {
  const keeper = keeperOf(store);
  keeper.recordingGoesOn(1, 0, 100_000, [
    { text: 'Hold a key.', endSample: 116_000 },
    { text: 'Let it go and', endSample: 130_000 },
  ]);
  await keeper.turn(turn('Hold a key.', 0, 16_000));
  await keeper.turn(turn('Let it go and your words appear.', 16_000, 40_000));
  await keeper.turn(turn('And your words.', 48_000, 56_000));
  const turns = await value(store.turns(null, 9));
  expect(turns.map(({ text, startSample }) => [text, startSample])).toEqual([
    ['And your words.', 148_000],
    ['your words appear.', 130_000],
  ]);
});

test('what is said behind the words of an earlier run is new, even where it is the same', async () => {
  const keeper = keeperOf(store);
  keeper.recordingGoesOn(1, 0, 0, [{ text: 'Let it go and then', endSample: 30_000 }]);
  await keeper.turn(turn('Let it go.', 0, 16_000));
  await keeper.turn(turn('And then.', 32_000, 40_000));
  expect(texts(await value(store.turns(null, 9)))).toEqual(['And then.']);
});

test('of the demo nothing is kept', async () => {
  isKept = false;
  const keeper = keeperOf(store);
  await keeper.turn(turn('Hold a key.', 0, 16_000));
  keeper.session(session);
  await keeper.idle();
  expect(texts(await value(store.turns(null, 9)))).toEqual([]);
  expect(sessions).toBe(0);
});

test('what a session cost is kept, and told', async () => {
  const keeper = keeperOf(store);
  keeper.session(session);
  await keeper.idle();
  expect(sessions).toBe(1);
  expect((await value(store.usage(Date.now()))).today.sessionSeconds).toBe(2);
});

test('a store that fails is one sentence, however many turns it costs', async () => {
  const path = join(desk.folder, 'folder-in-its-place');
  mkdirSync(path);
  writeFileSync(join(path, 'file'), '');
  const keeper = keeperOf(desk.start(path));
  keeper.recordingBegan('lost.wav', 0);
  await keeper.turn(turn('One.', 0, 1_000));
  await keeper.turn(turn('Two.', 2_000, 3_000));
  expect(problems).toHaveLength(1);
});

test('a recording goes once its text is kept', async () => {
  const folder = join(desk.folder, 'recordings');
  mkdirSync(folder);
  writeFileSync(join(folder, 'done.wav'), new Uint8Array(44 + 32_000));
  const keeper = keeperOf(store);
  keeper.recordingBegan(join(folder, 'done.wav'), 0);
  keeper.recordingEnded(16_000);
  keeper.settledTo(16_000);
  await keeper.idle();
  await value(new Recordings(store, folder, () => 'until-stored').sweep(Date.now()));
  expect(await value(store.recordings())).toEqual([]);
});

test('a store that could not be opened is a problem until something is stored', async () => {
  const keeper = keeperOf(store);
  const closed = { code: 'store-busy', sentence: 'The store is in use.' };
  keeper.opened({ ok: false, problem: closed });
  expect(problems).toEqual([closed]);
  keeper.recordingBegan('/data/recordings/first.wav', 0);
  await keeper.turn(turn('One.', 1_000, 8_000));
  expect(problems).toEqual([closed, null]);
});
