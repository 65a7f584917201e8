import { readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyVersionFolder } from '../../../../test/support/version-folder.ts';
import { join } from 'node:path';
import { migrations } from './migrations.ts';
import { stopStoreClock } from './still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, turn, value } from './store.fixture.ts';
import type { Store } from './store.ts';

stopStoreClock();

let desk: StoreDesk;
let store: Store;
beforeEach(() => {
  desk = new StoreDesk();
  store = desk.start();
});
afterEach(() => desk.clear());

const second = 16_000;

const say = (text: string, fromS: number, toS: number) =>
  value(store.saveTurn(turn(text, { startSample: fromS * second, endSample: toS * second })));

const begin = (atS: number) =>
  value(store.beginCaptions({ startedAtMs: atS * 1_000, startSample: atS * second }));

/** Captions over these seconds, which say each text in a second. */
async function caption(fromS: number, said: string[]): Promise<number> {
  const id = await begin(fromS);
  for (const [index, text] of said.entries()) await say(text, fromS + index, fromS + index + 1);
  await value(store.endCaptions(id, (fromS + said.length) * second));
  return id;
}

async function dictate(text: string, fromS: number, toS: number): Promise<number> {
  const startSample = fromS * second;
  const id = await value(
    store.beginDictation({ startedAtMs: fromS * 1_000, app: null, startSample }),
  );
  await say(text, fromS, toS);
  const span = { startSample, endSample: toS * second, durationMs: 1, isPartial: false };
  await value(store.finishDictation(id, { ...span, text }));
  await value(store.setOutcome(id, 'inserted'));
  return id;
}

const found = async (typed: string, beforeId: number | null = null, limit = 9) =>
  texts(await value(store.searchCaptions(typed, beforeId, limit)));

test('a turn is in the captions that were on in its middle, and in no others', async () => {
  const heard = { source: 'microphone', isRunning: false };
  await dictate('Alone.', 0, 1);
  const first = await caption(2, ['One.', 'Two.']);
  await say('Between.', 4, 6);
  const next = await caption(8, ['Three.']);
  expect(await value(store.captionsSessions(null, 9))).toEqual([
    { ...heard, id: next, startedAtMs: 8_000, text: 'Three.', durationMs: 1_000 },
    { ...heard, id: first, startedAtMs: 2_000, text: 'One. Two.', durationMs: 2_000 },
  ]);
  expect(await value(store.captionsSessions(next, 9))).toHaveLength(1);
  expect(await value(store.captionsSession(99))).toBeNull();
});

test('captions without a word are in no list, and running ones are as soon as they have one', async () => {
  const id = await begin(0);
  expect(await value(store.captionsSessions(null, 9))).toEqual([]);
  await say('Now.', 0, 1);
  expect(await value(store.captionsSessions(null, 9))).toMatchObject([
    { id, durationMs: null, isRunning: true },
  ]);
});

test('whether captions have words is answered for those of any age', async () => {
  const first = await caption(0, ['One.']);
  const silent = await begin(5);
  expect(await value(store.haveCaptionsWords(first))).toBe(true);
  expect(await value(store.haveCaptionsWords(silent))).toBe(false);
  expect(await value(store.haveCaptionsWords(99))).toBe(false);
  await say('Now.', 5, 6);
  expect(await value(store.haveCaptionsWords(silent))).toBe(true);
});

test('captions without a word go at the next start, unless a recovery may still give them some', async () => {
  const silent = await begin(0);
  await store.close();
  store = desk.start();
  await value(store.beginRecording({ path: 'a.wav', startedAtMs: 0, startSample: 0 }));
  const recorded = await begin(0);
  await store.close();
  store = desk.start();
  const running = await begin(0);
  await value(store.open());
  expect(await value(store.captionsSession(silent))).toBeNull();
  for (const id of [recorded, running])
    expect(await value(store.captionsSession(id))).not.toBeNull();
});

test('captions that a crash ended take up the turns of their recovery', async () => {
  const path = 'a.wav';
  const recordingId = await value(store.beginRecording({ path, startedAtMs: 0, startSample: 0 }));
  const id = await begin(0);
  await value(store.saveTurn(turn('Before.', { recordingId, endSample: second })));
  await store.close();
  store = desk.start();
  expect(await value(store.captionsSession(id))).toMatchObject({ isRunning: false });
  const after = { recordingId, startSample: 2 * second, endSample: 3 * second };
  await value(store.saveTurn(turn('After.', after)));
  await value(
    store.saveTurn(turn('Of this run.', { startSample: 2 * second, endSample: 3 * second })),
  );
  const session = await value(store.captionsSession(id));
  expect(texts(session?.turns ?? [])).toEqual(['Before.', 'After.']);
  expect(session?.recordings.map((recording) => recording.path)).toEqual([path]);
});

test('captions are found by any sentence, newest first, and show the first one that has the words', async () => {
  const first = await caption(0, ['A quick fox.', 'A slow fox.']);
  const next = await caption(5, ['No dogs.', 'One fox 数据库迁移.']);
  const last = await caption(9, ['Fox and dog.']);
  expect(await found('fox')).toEqual(['Fox and dog.', 'One fox 数据库迁移.', 'A quick fox.']);
  expect(await found('fox', null, 2)).toEqual(['Fox and dog.', 'One fox 数据库迁移.']);
  expect(await found('fox', next)).toEqual(['A quick fox.']);
  expect(await found('slow fo')).toEqual(['A slow fox.']);
  expect(await found('据库')).toEqual(['One fox 数据库迁移.']);
  expect(await found('fox slow dog')).toEqual([]);
  expect(await found(' ')).toEqual([]);
  await value(store.deleteCaptions([first, last]));
  expect(await found('fox')).toEqual(['One fox 数据库迁移.']);
});

test('older captions with a sentence that was stored last are still in their place', async () => {
  const path = 'a.wav';
  const recordingId = await value(store.beginRecording({ path, startedAtMs: 0, startSample: 0 }));
  await begin(0);
  await store.close();
  store = desk.start();
  const next = await caption(0, ['A newer fox.']);
  await value(store.saveTurn(turn('A recovered fox.', { recordingId, endSample: second })));
  expect(await found('fox')).toEqual(['A newer fox.', 'A recovered fox.']);
  expect(await found('fox', null, 1)).toEqual(['A newer fox.']);
  expect(await found('fox', next)).toEqual(['A recovered fox.']);
});

describe('deleting captions', () => {
  test('removes their words from the file', async () => {
    const id = await caption(0, ['Zebrafinken.']);
    await caption(3, ['Something else.']);
    await value(store.deleteCaptions([id]));
    expect(texts(await value(store.captionsSessions(null, 9)))).toEqual(['Something else.']);
    await store.close();
    expect(readFileSync(desk.path, 'latin1').toLowerCase()).not.toContain('ebrafin');
  });

  test('leaves the words of a dictation that was made meanwhile', async () => {
    const id = await begin(0);
    await say('To everybody.', 0, 1);
    const dictation = await dictate('To the cursor.', 2, 3);
    await say('And on.', 4, 5);
    const session = await value(store.captionsSession(id));
    expect(texts(session?.turns ?? [])).toEqual(['To everybody.', 'To the cursor.', 'And on.']);
    expect(session?.dictations).toEqual([{ startSample: 2 * second, endSample: 3 * second }]);
    await value(store.deleteCaptions([id]));
    expect(texts(storedTurns(desk.path))).toEqual(['To the cursor.']);
    expect(await value(store.dictation(dictation))).toMatchObject({
      turns: [{ text: 'To the cursor.' }],
    });
  });
});

describe('captions of a version that stored no sessions', () => {
  /** Turns of `run`, at a minute of the clock and of the day, as that version stored them. */
  function writeOld(turns: { run: string | null; minute: number; text: string }[]): void {
    const path = join(desk.folder, 'old.db');
    const old = new DatabaseSync(path);
    old.exec(`${migrations.slice(0, 2).join('')} PRAGMA user_version = 2;`);
    old.exec(`INSERT INTO dictations (run_id, started_at_ms, start_sample, end_sample, text)
      VALUES ('a', 0, ${2 * 60 * second}, ${3 * 60 * second}, 'Dictated.')`);
    old.exec(`INSERT INTO recordings (run_id, path, started_at_ms, start_sample, settled_to_sample)
      VALUES ('b', 'b.wav', 0, 0, 0)`);
    const insert = old.prepare(`INSERT INTO turns
      (run_id, start_sample, end_sample, text, created_at_ms) VALUES (?, ?, ?, ?, ?)`);
    for (const { run, minute, text } of turns) {
      const startSample = minute * 60 * second;
      insert.run(run, startSample, startSample + second, text, minute * 60_000);
    }
    old.close();
    store = desk.start(path);
  }

  test('are sessions until a long silence or another run, without the words of dictations', async () => {
    writeOld([
      { run: null, minute: 0, text: 'Oldest.' },
      { run: 'a', minute: 1, text: 'One.' },
      { run: 'a', minute: 2, text: 'Dictated.' },
      { run: 'a', minute: 4, text: 'Two.' },
      { run: 'a', minute: 10, text: 'Later.' },
      { run: 'b', minute: 11, text: 'Unfinished.' },
    ]);
    const sessions = await value(store.captionsSessions(null, 9));
    expect(texts(sessions)).toEqual(['Unfinished.', 'Later.', 'One. Two.', 'Oldest.']);
    expect(sessions.map(({ durationMs }) => durationMs)).toEqual([null, 1_000, 181_000, 1_000]);
    const recovered = { startSample: 12 * 60 * second, endSample: 12 * 60 * second + second };
    await value(store.saveTurn(turn('Recovered.', { ...recovered, recordingId: 1 })));
    expect(await found('recovered')).toEqual(['Recovered.']);
    expect(await found('two')).toEqual(['Two.']);
  });

  test('of a folder of 0.1 have each turn that is in no dictation', async () => {
    const folder = copyVersionFolder('0.1');
    const path = join(folder, 'captionkey.db');
    store = desk.start(path);
    const sessions = await value(store.captionsSessions(null, 99));
    const dictations = await value(store.dictations(null, 99));
    const wholes = await Promise.all(dictations.map(({ id }) => value(store.dictation(id))));
    const captioned = await Promise.all(sessions.map(({ id }) => value(store.captionsSession(id))));
    const idsIn = (all: ({ turns: { id: number }[] } | null)[]) =>
      all.flatMap((one) => one?.turns.map(({ id }) => id) ?? []);
    const ids = [...idsIn(wholes), ...idsIn(captioned)].toSorted((one, other) => one - other);
    expect(ids).toEqual(storedTurns(path).map(({ id }) => id));
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

test('turns of the computer are in its own captions, although both clocks have the same samples', async () => {
  const ofMicrophone = await begin(0);
  const source = 'computer' as const;
  const ofComputer = await value(store.beginCaptions({ startedAtMs: 0, startSample: 0, source }));
  const path = 'a-computer.wav';
  await value(store.beginRecording({ path, startedAtMs: 0, startSample: 0, source }));
  await say('Said.', 0, 1);
  await value(store.saveTurn(turn('Played.', { endSample: second, source })));
  await dictate('Dictated.', 0, 2);
  expect(await value(store.captionsSessions(null, 9))).toMatchObject([
    { id: ofComputer, source, text: 'Played.', isRunning: true },
    { id: ofMicrophone, source: 'microphone', isRunning: true },
  ]);
  expect(await value(store.captionsSession(ofComputer))).toMatchObject({
    turns: [{ text: 'Played.' }],
    recordings: [{ path, isOfThisRun: true }],
    dictations: [],
  });
  expect(texts(await value(store.dictations(null, 9)))).toEqual(['Dictated.']);
});

test('a recording of the computer is unfinished after a crash, and its text joins its captions', async () => {
  const source = 'computer' as const;
  const captionsId = await value(store.beginCaptions({ startedAtMs: 0, startSample: 0, source }));
  const recordingId = await value(
    store.beginRecording({ path: 'a-computer.wav', startedAtMs: 0, startSample: 0, source }),
  );
  expect(await value(store.unfinished())).toEqual([]);
  const next = desk.start();
  expect(await value(next.unfinished())).toMatchObject([{ id: recordingId, isOfThisRun: false }]);
  await value(next.saveTurn(turn('Recovered.', { recordingId, endSample: second })));
  expect(await value(next.captionsSessions(null, 9))).toMatchObject([
    { id: captionsId, source, text: 'Recovered.', isRunning: false },
  ]);
});

test('captions of a version that heard the microphone only are of the microphone', async () => {
  await value(store.open());
  await store.close();
  const old = new DatabaseSync(desk.path);
  for (const name of ['search_text', 'search_grams']) old.function(name, (text) => text);
  old.exec(`
    ALTER TABLE captions DROP COLUMN source;
    PRAGMA user_version = 6;
    INSERT INTO captions (run_id, started_at_ms, start_sample, end_sample)
    VALUES ('an earlier run', 0, 0, 16000);
    INSERT INTO turns (run_id, start_sample, end_sample, text, created_at_ms)
    VALUES ('an earlier run', 0, 16000, 'Said before.', 0);`);
  old.close();
  expect(await value(desk.start().captionsSessions(null, 9))).toMatchObject([
    { source: 'microphone', text: 'Said before.' },
  ]);
});
