import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FinishedDictation } from './dictation-records.ts';
import { migrations } from './migrations.ts';
import { stopStoreClock } from './still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, turn, value } from './store.fixture.ts';
import type { Store } from './store.ts';
import { DatabaseSync } from 'node:sqlite';

stopStoreClock();

let desk: StoreDesk;
beforeEach(() => {
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

const startedAtMs = 1_790_000_000_000;

const begin = (store: Store, startSample = 0): Promise<number> =>
  value(store.beginDictation({ startedAtMs, app: 'Firefox', startSample }));

const finished = (text: string, changes: Partial<FinishedDictation> = {}): FinishedDictation => ({
  text,
  isPartial: false,
  durationMs: 1_000,
  startSample: 0,
  endSample: 16_000,
  ...changes,
});

async function dictate(
  store: Store,
  text: string,
  startSample = 0,
  endSample = 16_000,
): Promise<number> {
  const id = await begin(store, startSample);
  await value(store.finishDictation(id, finished(text, { startSample, endSample })));
  await value(store.setOutcome(id, 'inserted'));
  return id;
}

const kept = async (store: Store, id: number) => {
  const dictation = await value(store.dictation(id));
  if (dictation === null) throw new Error(`There is no dictation ${id}`);
  return dictation;
};

/** All bytes of the store on the disk, in lower case. */
const bytes = (): string =>
  readdirSync(desk.folder)
    .map((name) => readFileSync(join(desk.folder, name), 'latin1').toLowerCase())
    .join();

describe('a dictation', () => {
  test('is stored from its beginning, with its later outcome', async () => {
    const store = desk.start();
    const id = await begin(store);
    const begun = { id, startedAtMs, app: 'Firefox', text: '', durationMs: null, hasSound: false };
    expect(await value(store.dictations(null, 9))).toMatchObject([{ ...begun, state: 'running' }]);
    await value(
      store.finishDictation(id, finished('Half of it', { isPartial: true, durationMs: 999.6 })),
    );
    await value(store.setOutcome(id, 'held'));
    expect(await value(store.dictations(null, 9))).toEqual([
      { ...begun, text: 'Half of it', isPartial: true, durationMs: 1_000, state: 'held' },
    ]);
  });

  test('is listed with others newest first, in pages', async () => {
    const store = desk.start();
    const ids = [];
    for (const text of ['one', 'two', 'three']) ids.push(await dictate(store, text));
    expect(texts(await value(store.dictations(null, 2)))).toEqual(['three', 'two']);
    expect(texts(await value(store.dictations(ids[1] ?? 0, 2)))).toEqual(['one']);
  });

  test('has the turns whose middle is in it, also after their recording is deleted', async () => {
    const store = desk.start();
    const path = 'a.wav';
    const recordingId = await value(store.beginRecording({ path, startedAtMs, startSample: 0 }));
    for (const [text, startSample, endSample] of [
      ['before', 0, 20_000],
      ['first', 14_000, 20_000],
      ['last', 40_000, 50_000],
      ['after', 44_000, 56_001],
    ] as const)
      await value(store.saveTurn(turn(text, { recordingId, startSample, endSample })));
    const id = await dictate(store, 'first last', 16_000, 48_000);
    expect(await kept(store, id)).toMatchObject({ hasSound: true, recordings: [{ path }] });
    await value(store.forget(recordingId));
    const whole = await kept(store, id);
    expect(whole).toMatchObject({ hasSound: false, recordings: [] });
    expect(texts(whole.turns)).toEqual(['first', 'last']);
  });

  test('has no turns or recordings of another run at the same samples', async () => {
    const first = desk.start();
    await value(first.beginRecording({ path: 'a.wav', startedAtMs, startSample: 0 }));
    await value(first.saveTurn(turn('of yesterday')));
    await first.close();
    const second = desk.start();
    expect(await kept(second, await dictate(second, 'of today'))).toMatchObject({
      turns: [],
      recordings: [],
    });
  });

  test('has the text of its turns after a crash, and what recovery adds', async () => {
    const first = desk.start();
    const recordingId = await value(
      first.beginRecording({ path: 'a.wav', startedAtMs, startSample: 0 }),
    );
    const said = (text: string, startSample: number) =>
      turn(text, { recordingId, startSample, endSample: startSample + 100 });
    await value(first.saveTurn(said('Captions before it.', 1_000)));
    const id = await begin(first, 16_000);
    await value(first.saveTurn(said('Said', 17_000)));
    await first.close();

    const second = desk.start();
    expect(await kept(second, id)).toMatchObject({ text: 'Said', state: 'interrupted' });
    await value(second.saveTurn(said('late.', 30_000)));
    await value(second.saveTurn(said('and', 20_000)));
    await value(second.saveTurn(turn('Of another run.', { startSample: 40_000 })));
    expect(await kept(second, id)).toMatchObject({ text: 'Said and late.', hasSound: true });
    expect(texts(await value(second.searchDictations('late', null, 9)))).toEqual([
      'Said and late.',
    ]);
  });
});

describe('a search', () => {
  test('finds dictations by parts of words, newest first, in pages', async () => {
    const store = desk.start();
    const ids = [];
    for (const text of ['The quick fox', 'A naïve quack', 'Nothing'])
      ids.push(await dictate(store, text));
    const found = async (typed: string, beforeId: number | null = null, limit = 9) =>
      texts(await value(store.searchDictations(typed, beforeId, limit)));
    expect(await found('qu')).toEqual(['A naïve quack', 'The quick fox']);
    expect(await found('qu', null, 1)).toEqual(['A naïve quack']);
    expect(await found('qu', ids[1] ?? 0)).toEqual(['The quick fox']);
    expect(await found('naive q')).toEqual(['A naïve quack']);
    expect(await found('"OR')).toEqual([]);
    expect(await found(' ')).toEqual([]);
  });

  test.each([
    ['数据库迁移完成', '迁移'],
    ['東京タワーに行きました', 'タワー'],
    ['ไปเที่ยวกรุงเทพมหานคร', 'กรุงเทพ'],
    ['오늘 서울에서 만났어요', '울에서'],
    ['Donaudampfschifffahrt', 'schiff'],
  ])('finds in “%s” the part “%s”', async (text, typed) => {
    const store = desk.start();
    await dictate(store, text);
    expect(texts(await value(store.searchDictations(typed, null, 9)))).toEqual([text]);
  });

  test('finds the text as it is now', async () => {
    const store = desk.start();
    const id = await dictate(store, 'first');
    await value(store.finishDictation(id, finished('second')));
    expect(await value(store.searchDictations('first', null, 9))).toEqual([]);
    expect(texts(await value(store.searchDictations('second', null, 9)))).toEqual(['second']);
  });
});

describe('a retranscribed dictation', () => {
  const again = (text: string, startSample: number, endSample: number) => ({
    turns: [{ text, startSample, endSample, language: null }],
    endSample: 48_000,
    createdAtMs: startedAtMs,
  });

  async function failedIn(recordingStart: number): Promise<{ store: Store; id: number }> {
    const store = desk.start();
    await value(store.beginRecording({ path: 'a.wav', startedAtMs, startSample: recordingStart }));
    await value(store.saveTurn(turn('ford', { startSample: 16_000, endSample: 20_000 })));
    const id = await begin(store, 16_000);
    await value(
      store.finishDictation(id, finished('ford', { startSample: 16_000, endSample: 48_000 })),
    );
    await value(store.setOutcome(id, 'failed'));
    return { store, id };
  }

  test('has the new text and turns instead of the old, and its sound is settled', async () => {
    const { store, id } = await failedIn(15_000);
    await value(store.replaceText(id, again('word', 16_000, 20_000)));
    const whole = await kept(store, id);
    expect(whole).toMatchObject({ text: 'word', state: 'held', durationMs: 1_000 });
    expect(whole.turns).toMatchObject([{ text: 'word', recordingId: 1 }]);
    expect(texts(storedTurns(desk.path))).toEqual(['word']);
    expect(await value(store.searchDictations('ford', null, 9))).toEqual([]);
    expect(whole.recordings).toMatchObject([{ settledToSample: 48_000 }]);
  });

  test('settles no earlier sound without text', async () => {
    const { store, id } = await failedIn(0);
    await value(store.replaceText(id, again('word', 16_000, 20_000)));
    expect((await kept(store, id)).recordings).toMatchObject([{ settledToSample: 0 }]);
  });

  test('has an end even if a crash had left it none', async () => {
    const first = desk.start();
    const id = await begin(first, 16_000);
    await first.close();
    const second = desk.start();
    await value(second.replaceText(id, again('word', 16_000, 20_000)));
    expect(await kept(second, id)).toMatchObject({
      text: 'word',
      state: 'held',
      endSample: 48_000,
      durationMs: 2_000,
    });
  });
});

test('deleted dictations leave no trace in any file, and no turns', async () => {
  const store = desk.start();
  const id = await dictate(store, 'Zebrafinken flöten', 16_000, 48_000);
  const other = await dictate(store, 'Zaunkönige singen', 48_000, 64_000);
  await value(
    store.saveTurn(
      turn('zebrafinken floeten verlegen', { startSample: 20_000, endSample: 30_000 }),
    ),
  );
  await value(store.saveTurn(turn('zaunkoenige', { startSample: 50_000, endSample: 60_000 })));
  expect(bytes()).toContain('zebrafinken');
  await value(store.deleteDictations([id]));
  expect(await value(store.dictation(id))).toBeNull();
  expect(texts(storedTurns(desk.path))).toEqual(['zaunkoenige']);
  expect(await value(store.searchDictations('zebrafinken', null, 9))).toEqual([]);
  for (const trace of ['zebrafinken', 'ebraf', 'verlegen']) expect(bytes()).not.toContain(trace);
  expect(await kept(store, other)).toMatchObject({ text: 'Zaunkönige singen' });
});

test('turns of a database without dictations get their run', async () => {
  const old = new DatabaseSync(desk.path);
  old.exec(migrations[0] ?? '');
  old.exec(`
    PRAGMA user_version = 1;
    INSERT INTO recordings (run_id, path, started_at_ms, start_sample, settled_to_sample)
      VALUES ('run', 'a.wav', 0, 0, 0);
    INSERT INTO turns (recording_id, start_sample, end_sample, text, created_at_ms)
      VALUES (1, 0, 1, 'old', 0), (NULL, 0, 1, 'older', 0);
  `);
  old.close();
  await value(desk.start().open());
  expect(texts(storedTurns(desk.path))).toEqual(['old', 'older']);
  const now = new DatabaseSync(desk.path, { readOnly: true });
  expect(now.prepare('SELECT run_id AS run FROM turns ORDER BY id').all()).toEqual([
    { run: 'run' },
    { run: null },
  ]);
  now.close();
});

test('dropping a silent dictation keeps the words of captions at its time', async () => {
  const store = desk.start();
  const id = await begin(store);
  await value(store.saveTurn(turn('Said into captions.', { startSample: 0, endSample: 9_000 })));
  await value(store.finishDictation(id, finished('')));
  await value(store.dropDictation(id));
  expect(await value(store.dictation(id))).toBeNull();
  expect(texts(storedTurns(desk.path))).toEqual(['Said into captions.']);
});
