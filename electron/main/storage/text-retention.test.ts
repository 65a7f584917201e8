import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { samplesIn } from '#core/audio-format.ts';
import { failed } from '#shared/result.ts';
import { problem } from '#shared/problem.ts';
import { stopStoreClock } from './database/still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, turn, value } from './database/store.fixture.ts';
import type { Store } from './database/store.ts';
import { forgetTexts } from './text-retention.ts';

stopStoreClock();

let desk: StoreDesk;
let store: Store;
beforeEach(() => {
  desk = new StoreDesk();
  store = desk.start();
});
afterEach(() => desk.clear());

const dayMs = 24 * 60 * 60 * 1_000;
const nowMs = Date.UTC(2026, 9, 30);

/** Seconds of the sample clock that nothing uses yet. */
let nextSecond = 0;
const range = () => {
  const startSample = samplesIn(nextSecond * 1_000);
  nextSecond += 1;
  return { startSample, endSample: samplesIn(nextSecond * 1_000) };
};

async function dictate(text: string, ageDays: number): Promise<void> {
  const { startSample, endSample } = range();
  const startedAtMs = nowMs - ageDays * dayMs;
  const id = await value(store.beginDictation({ startedAtMs, app: null, startSample }));
  // Its turn is younger than the dictation, and goes with it.
  await value(store.saveTurn(turn(text, { startSample, endSample, createdAtMs: nowMs })));
  const span = { startSample, endSample, durationMs: 1, isPartial: false };
  await value(store.finishDictation(id, { ...span, text }));
  await value(store.setOutcome(id, 'inserted'));
}

async function caption(text: string, ageDays: number): Promise<void> {
  const { startSample, endSample } = range();
  const atMs = nowMs - ageDays * dayMs;
  const id = await value(store.beginCaptions({ startedAtMs: atMs, startSample }));
  await value(store.saveTurn(turn(text, { startSample, endSample, createdAtMs: atMs })));
  await value(store.endCaptions(id, endSample));
}

const left = async () => [
  texts(await value(store.dictations(null, 999))),
  texts(await value(store.captionsSessions(null, 999))),
  texts(storedTurns(desk.path)),
];

test('texts that are older than the days go, with their words in the file', async () => {
  await dictate('Zebrafinken.', 31);
  await caption('Zaunkoenige.', 31);
  await dictate('Young one.', 29);
  await caption('Young two.', 29);
  await value(forgetTexts(store, 30, nowMs));
  expect(await left()).toEqual([['Young one.'], ['Young two.'], ['Young one.', 'Young two.']]);
  await store.close();
  const file = readFileSync(desk.path, 'latin1').toLowerCase();
  for (const trace of ['ebrafin', 'aunkoen']) expect(file).not.toContain(trace);
});

test('any number of texts goes', async () => {
  for (let n = 0; n < 120; n++) await caption(`No. ${n}`, 2);
  await value(forgetTexts(store, 1, nowMs));
  expect(await left()).toEqual([[], [], []]);
});

test('without a number of days everything stays', async () => {
  await caption('Old.', 3_000);
  await value(forgetTexts(store, null, nowMs));
  expect(await left()).toEqual([[], ['Old.'], ['Old.']]);
});

test('a dictation that runs stays', async () => {
  const id = await value(store.beginDictation({ startedAtMs: 0, app: null, ...range() }));
  await value(forgetTexts(store, 1, nowMs));
  expect(await value(store.dictation(id))).toMatchObject({ state: 'running' });
});

test('a store that fails ends the deletion', async () => {
  const failure = failed(problem('store-full', {}));
  const failing = { deleteTextsBefore: () => Promise.resolve(failure) };
  expect(await forgetTexts(failing, 1, nowMs)).toBe(failure);
});
