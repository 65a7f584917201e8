import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SpokenTurn } from '#core/segments/spoken.ts';
import { textsOf } from '#core/segments/word-times.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { Recordings } from '../recordings/recordings.ts';
import { stopStoreClock } from '../database/still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, value } from '../database/store.fixture.ts';
import type { Store } from '../database/store.ts';
import { StoringProblem } from './storing-problem.ts';
import { TranscriptWriter, type Kept } from './transcript-writer.ts';

stopStoreClock();

let desk: StoreDesk;
let store: Store;
let storing: StoringProblem;
/** The reported problems; null means that storing works again. */
let problems: (Problem | null)[];
let sessions: number;
let kept: Kept;

beforeEach(() => {
  desk = new StoreDesk();
  store = desk.start();
  problems = [];
  storing = new StoringProblem((problem) => problems.push(problem));
  sessions = 0;
  kept = 'everything';
});
afterEach(() => desk.clear());

const writerOf = (of: Store): TranscriptWriter =>
  new TranscriptWriter(
    of,
    storing,
    () => (sessions += 1),
    () => kept,
  );

const turn = (text: string, startSample: number, endSample: number): SpokenTurn => ({
  id: 0,
  text,
  isFinal: true,
  startSample,
  endSample,
  heardIn: { startSample, endSample },
  words: textsOf(text).map((word) => ({ text: word, startSample, endSample, isUntimed: true })),
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

test('captions are stored with the turns that were said while they were on', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.captionsBegan(16_000);
  await transcriptWriter.turn(turn('Before.', 0, 9_000));
  await transcriptWriter.turn(turn('On.', 20_000, 30_000));
  transcriptWriter.captionsEnded(48_000);
  await transcriptWriter.turn(turn('Late.', 40_000, 48_000));
  await transcriptWriter.turn(turn('After.', 50_000, 60_000));
  await transcriptWriter.idle();
  expect(await value(store.captionsSessions(null, 9))).toMatchObject([
    { text: 'On. Late.', durationMs: 2_000, isRunning: false },
  ]);
});

test('captions of the demo are not stored', async () => {
  kept = 'nothing';
  const transcriptWriter = writerOf(store);
  transcriptWriter.captionsBegan(0);
  transcriptWriter.captionsEnded(16_000);
  await transcriptWriter.idle();
  expect(await value(store.captionsSession(1))).toBeNull();
});

test('a turn is stored with its recording', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingBegan('/data/recordings/first.wav', 0);
  transcriptWriter.recordingBegan('/data/recordings/second.wav', 16_000);
  await transcriptWriter.turn(turn('One.', 1_000, 8_000));
  await transcriptWriter.turn(turn('Two.', 20_000, 24_000));
  expect(storedTurns(desk.path)).toMatchObject([
    { recordingId: 1, text: 'One.' },
    { recordingId: 2, text: 'Two.' },
  ]);
});

test('settled and ended sound needs no recovery, and sound without text does', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingBegan('good.wav', 0);
  transcriptWriter.recordingBegan('bad.wav', 16_000);
  transcriptWriter.failed(20_000, 32_000);
  transcriptWriter.recordingEnded(32_000);
  transcriptWriter.settledTo(32_000);
  await transcriptWriter.idle();
  expect(await value(store.recordings())).toMatchObject([
    { path: 'good.wav', endSample: 16_000, settledToSample: 32_000 },
    { path: 'bad.wav', endSample: 32_000, settledToSample: 20_000 },
  ]);
});

test('sound of an earlier run is settled in the clock of that run', async () => {
  const first = writerOf(store);
  first.recordingBegan('cut.wav', 0);
  await first.turn(turn('Before the crash.', 0, 16_000));
  first.settledTo(16_000);
  await first.idle();
  await store.close();

  store = desk.start();
  const [left] = await value(store.unfinished());
  const second = writerOf(store);
  second.recordingGoesOn(left?.id ?? 0, 5_000, 16_000, []);
  await second.turn(turn('After it.', 6_000, 9_000));
  second.settledTo(21_000);
  second.recordingEnded(21_000);
  await second.idle();
  expect(await value(store.recordings())).toMatchObject([{ settledToSample: 32_000 }]);
  expect(storedTurns(desk.path).at(-1)).toMatchObject({
    recordingId: left?.id,
    startSample: 17_000,
  });
});

test('sound of an earlier run stays unfinished if it is not heard to its end', async () => {
  const first = writerOf(store);
  first.recordingBegan('cut.wav', 0);
  await first.idle();
  await store.close();

  store = desk.start();
  const [left] = await value(store.unfinished());
  const second = writerOf(store);
  second.recordingGoesOn(left?.id ?? 0, 5_000, 0, []);
  second.recordingEnded(21_000);
  second.settledTo(21_000);
  await second.idle();
  expect(await value(store.recordings())).toMatchObject([
    { settledToSample: 16_000, endSample: null },
  ]);
});

test('words whose sound is heard again are stored once, in order', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingGoesOn(1, 0, 100_000, [
    { text: 'Hold a key.', startSample: 100_000, endSample: 116_000 },
    { text: 'Let it go and', startSample: 116_000, endSample: 130_000 },
  ]);
  await transcriptWriter.turn(turn('Hold a key.', 0, 16_000));
  await transcriptWriter.turn(turn('Let it go and your words appear.', 16_000, 40_000));
  await transcriptWriter.turn(turn('And your words.', 48_000, 56_000));
  expect(storedTurns(desk.path)).toMatchObject([
    { text: 'your words appear.', startSample: 130_000 },
    { text: 'And your words.', startSample: 148_000 },
  ]);
});

test('words after those of an earlier run are new, even if they are equal', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingGoesOn(1, 0, 0, [
    { text: 'Let it go and then', startSample: 0, endSample: 30_000 },
  ]);
  await transcriptWriter.turn(turn('Let it go.', 0, 16_000));
  await transcriptWriter.turn(turn('And then.', 32_000, 40_000));
  expect(texts(storedTurns(desk.path))).toEqual(['And then.']);
});

test('nothing of the demo is stored', async () => {
  kept = 'nothing';
  const transcriptWriter = writerOf(store);
  await transcriptWriter.turn(turn('Hold a key.', 0, 16_000));
  transcriptWriter.session(session);
  await transcriptWriter.idle();
  await value(store.open());
  expect(storedTurns(desk.path)).toEqual([]);
  expect(sessions).toBe(0);
});

test('without texts, captions have no words, sound is settled and the cost is stored', async () => {
  kept = 'no-texts';
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingBegan('/data/recordings/a.wav', 0);
  transcriptWriter.captionsBegan(0);
  await transcriptWriter.turn(turn('Not kept.', 0, 9_000));
  transcriptWriter.settledTo(16_000);
  transcriptWriter.recordingEnded(16_000);
  transcriptWriter.session(session);
  await transcriptWriter.idle();
  expect(storedTurns(desk.path)).toEqual([]);
  expect(await value(store.recordings())).toMatchObject([{ settledToSample: 16_000 }]);
  expect(sessions).toBe(1);
  kept = 'everything';
  await transcriptWriter.turn(turn('Kept again.', 16_000, 20_000));
  expect(texts(await value(store.captionsSessions(null, 9)))).toEqual(['Kept again.']);
});

test('the cost of a session is stored and reported', async () => {
  const transcriptWriter = writerOf(store);
  transcriptWriter.session(session);
  await transcriptWriter.idle();
  expect(sessions).toBe(1);
  expect((await value(store.usage(Date.now()))).today.sessionSeconds).toBe(2);
});

test('a failing store is one sentence for any number of lost turns', async () => {
  const path = join(desk.folder, 'folder-in-its-place');
  mkdirSync(path);
  writeFileSync(join(path, 'file'), '');
  const transcriptWriter = writerOf(desk.start(path));
  transcriptWriter.recordingBegan('lost.wav', 0);
  await transcriptWriter.turn(turn('One.', 0, 1_000));
  await transcriptWriter.turn(turn('Two.', 2_000, 3_000));
  expect(problems).toHaveLength(1);
});

test('a recording is deleted once its text is stored', async () => {
  const folder = join(desk.folder, 'recordings');
  mkdirSync(folder);
  writeFileSync(join(folder, 'done.wav'), new Uint8Array(44 + 32_000));
  const transcriptWriter = writerOf(store);
  transcriptWriter.recordingBegan(join(folder, 'done.wav'), 0);
  transcriptWriter.recordingEnded(16_000);
  transcriptWriter.settledTo(16_000);
  await transcriptWriter.idle();
  await value(new Recordings(store, folder, () => 'until-stored').sweep(Date.now()));
  expect(await value(store.recordings())).toEqual([]);
});

test.each(['the one', 'the other'])(
  'a store that could not be opened is a problem until %s of two writers stores something',
  async (which) => {
    const writers = [writerOf(store), writerOf(store)];
    const closed = problem('store-busy', { path: 'captionkey.db' });
    storing.valueOf({ ok: false, problem: closed });
    expect(problems).toEqual([closed]);
    await writers[which === 'the one' ? 0 : 1]?.turn(turn('One.', 1_000, 8_000));
    expect(problems).toEqual([closed, null]);
  },
);
