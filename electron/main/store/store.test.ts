import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopStoreClock } from './still-clock.fixture.ts';
import { startWorker, StoreDesk, texts, turn, value } from './store.fixture.ts';
import { Store } from './store.ts';

stopStoreClock();

let desk: StoreDesk;
beforeEach(() => {
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

const start = (): Store => desk.start();

const recording = { path: 'a.wav', startedAtMs: 1_790_000_000_000, startSample: 8_000 };

describe('turns', () => {
  test('are there at the next start as they were saved, newest first, in pages', async () => {
    const first = start();
    const saved = [turn('one'), turn('two', { language: null, endSample: 99 }), turn('three')];
    const ids = [];
    for (const each of saved) ids.push(await value(first.saveTurn(each)));
    await first.close();

    const second = start();
    const [id1 = 0, id2 = 0, id3 = 0] = ids;
    expect(await value(second.turns(null, 2))).toEqual([
      { ...saved[2], id: id3 },
      { ...saved[1], id: id2 },
    ]);
    expect(await value(second.turns(id2, 2))).toEqual([{ ...saved[0], id: id1 }]);
  });

  test('keep their words when their recording is unknown or forgotten', async () => {
    const store = start();
    const recordingId = await value(store.beginRecording(recording));
    await value(store.saveTurn(turn('kept', { recordingId })));
    await value(store.saveTurn(turn('also kept', { recordingId: 77 })));
    await value(store.forget(recordingId));
    const kept = await value(store.turns(null, 9));
    expect(kept.map(({ recordingId: id, text }) => [id, text])).toEqual([
      [null, 'also kept'],
      [null, 'kept'],
    ]);
    expect(await value(store.recordings())).toEqual([]);
  });

  test('that are deleted leave no trace in any file, and their ids are not used again', async () => {
    const store = start();
    const id = await value(store.saveTurn(turn('Zebrafinken flöten verlegen')));
    await value(store.saveTurn(turn('something else')));
    const bytes = (): string =>
      readdirSync(desk.folder)
        .map((name) => readFileSync(join(desk.folder, name), 'latin1').toLowerCase())
        .join();
    expect(bytes()).toContain('zebrafinken');
    await value(store.deleteTurns([id]));
    expect(texts(await value(store.turns(null, 9)))).toEqual(['something else']);
    expect(await value(store.search('zebrafinken', 9))).toEqual([]);
    for (const trace of ['zebrafinken', 'ebraf', 'verlegen']) expect(bytes()).not.toContain(trace);
    const next = await value(store.saveTurn(turn('later')));
    await value(store.deleteTurns([next]));
    expect(await value(store.saveTurn(turn('last')))).toBeGreaterThan(next);
  });
});

describe('a search', () => {
  test.each([
    ['quick', ['The quick brown fox.']],
    ['QUI', ['The quick brown fox.']],
    ['q', ['Another question?', 'A naïve question.', 'The quick brown fox.']],
    ['qui bro', ['The quick brown fox.']],
    ['row', ['The quick brown fox.']],
    ['ick ox', ['The quick brown fox.']],
    ['qiu', []],
    ['quick bro', ['The quick brown fox.']],
    ['brown quick', ['The quick brown fox.']],
    ['quic ', ['The quick brown fox.']],
    ['naive', ['A naïve question.']],
    ['naïve', ['A naïve question.']],
    ["don't w", ["Don't worry."]],
    ['don’t w', ["Don't worry."]],
    ["n't", ["Don't worry."]],
    ['question', ['Another question?', 'A naïve question.']],
    ['', []],
    ['  ', []],
    ['...', []],
    ['... fox', ['The quick brown fox.']],
    ['"quick" OR', []],
    ['fox*', ['The quick brown fox.']],
    ['NEAR(', []],
    ['text:fox', []],
    ['fox\0', ['The quick brown fox.']],
    ['слов', ['Русское слово.']],
    ['лов', ['Русское слово.']],
  ])('for %j finds %j', async (typed, found) => {
    const store = start();
    for (const text of [
      'The quick brown fox.',
      'A naïve question.',
      "Don't worry.",
      'Русское слово.',
      'Another question?',
    ])
      await value(store.saveTurn(turn(text)));
    expect(texts(await value(store.search(typed, 9)))).toEqual(found);
  });

  test('takes whatever is typed or pasted', async () => {
    const store = start();
    await value(store.saveTurn(turn('anything')));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (typed) => {
        await value(store.search(typed, 9));
      }),
    );
    await value(store.search('a page of words '.repeat(1_000), 9));
    await value(store.search(`${'long'.repeat(100_000)} word`, 9));
  });

  test('gives no more than it is asked for', async () => {
    const store = start();
    for (const text of ['word 1', 'word 2', 'word 3']) await value(store.saveTurn(turn(text)));
    expect(texts(await value(store.search('word', 2)))).toEqual(['word 3', 'word 2']);
  });
});

describe('recordings', () => {
  test('of the run before that reach beyond what is settled are unfinished', async () => {
    const first = start();
    const begin = (name: string): Promise<number> =>
      value(first.beginRecording({ ...recording, path: name }));
    const cut = await begin('cut.wav');
    const settled = await begin('settled.wav');
    const rest = await begin('rest.wav');
    const kept = await begin('kept.wav');
    const forgotten = await begin('forgotten.wav');
    await value(first.saveTurn(turn('second', { recordingId: cut, startSample: 20_000 })));
    await value(first.saveTurn(turn('first', { recordingId: cut, startSample: 9_000 })));
    await value(first.settle(cut, 24_000));
    await value(first.settle(cut, 23_000));
    for (const id of [settled, rest, kept]) await value(first.endRecording(id, 48_000));
    await value(first.settle(settled, 48_000));
    await value(first.settle(rest, 47_999));
    await value(first.keep(kept));
    await value(first.forget(forgotten));
    expect(await value(first.unfinished())).toEqual([]);
    await first.close();

    const second = start();
    const own = await value(second.beginRecording({ ...recording, path: 'own.wav' }));
    const unfinished = await value(second.unfinished());
    expect(unfinished).toMatchObject([
      { ...recording, id: cut, path: 'cut.wav', settledToSample: 24_000, endSample: null },
      { id: rest, settledToSample: 47_999, endSample: 48_000, turns: [] },
    ]);
    expect(texts(unfinished[0]?.turns ?? [])).toEqual(['first', 'second']);
    const all = await value(second.recordings());
    expect(all.map(({ id, isKept, isOfThisRun }) => [id, isKept, isOfThisRun])).toEqual([
      [cut, false, false],
      [settled, false, false],
      [rest, false, false],
      [kept, true, false],
      [own, false, true],
    ]);
  });
});

describe('usage', () => {
  const session = (startedAt: Date, sessionSeconds: number, id = startedAt.toISOString()) => ({
    id,
    startedAtMs: startedAt.getTime(),
    model: 'u3-rt-pro',
    host: 'streaming.eu.assemblyai.com',
    audioSeconds: sessionSeconds / 2,
    sessionSeconds,
    configuration: null,
    isEstimated: false,
  });

  test('is counted from midnight and from the first of the month, local time', async () => {
    const store = start();
    const nothing = { sessionSeconds: 0, audioSeconds: 0 };
    const now = new Date(2026, 9, 25, 12).getTime();
    expect(await value(store.usage(now))).toEqual({ today: nothing, month: nothing, last: null });
    await value(store.saveSession(session(new Date(2026, 8, 30, 23, 59, 59), 1)));
    await value(store.saveSession(session(new Date(2026, 9, 1), 10)));
    await value(store.saveSession(session(new Date(2026, 9, 24, 23, 59, 59), 100)));
    await value(store.saveSession(session(new Date(2026, 9, 25), 1_000.5)));
    expect(await value(store.usage(now))).toMatchObject({
      today: { sessionSeconds: 1_000.5, audioSeconds: 500.25 },
      month: { sessionSeconds: 1_110.5, audioSeconds: 555.25 },
    });
  });

  test('tells of the newest session what was asked for and what ran', async () => {
    const store = start();
    const configuration = {
      model: 'universal-3-5-pro',
      mode: 'balanced',
      domain: null,
      voiceFocus: 'near-field',
      filterProfanity: true,
    };
    const [older, newer] = [new Date(2026, 9, 24), new Date(2026, 9, 25)];
    await value(store.saveSession({ ...session(newer, 5), configuration }));
    await value(store.saveSession(session(older, 5)));
    expect((await value(store.usage(newer.getTime()))).last).toEqual({
      startedAtMs: newer.getTime(),
      model: 'u3-rt-pro',
      host: 'streaming.eu.assemblyai.com',
      configuration,
    });
  });

  test('counts a session that is saved again once, as it was saved last', async () => {
    const store = start();
    const now = new Date(2026, 9, 25, 12);
    await value(store.saveSession({ ...session(now, 3, 'same'), isEstimated: true }));
    await value(store.saveSession(session(now, 5, 'same')));
    expect((await value(store.usage(now.getTime()))).today.sessionSeconds).toBe(5);
  });
});

describe('the thread', () => {
  test('does calls in their order, also when nobody waits for them', async () => {
    const store = start();
    for (let n = 0; n < 50; n++) void store.saveTurn(turn(`turn ${n}`));
    expect(await value(store.turns(null, 100))).toHaveLength(50);
  });

  test('answers what makes no sense with a failure, and goes on', async () => {
    const store = start();
    const odd = await store.saveTurn(turn('odd', { startSample: -1 }));
    expect(odd).toMatchObject({ ok: false, problem: { code: 'store-bad-call' } });
    expect(await value(store.saveTurn(turn('good')))).toBe(1);
  });

  test('that ends takes nobody with it: every call is answered', async () => {
    const workers: Worker[] = [];
    const store = new Store(
      (data) => {
        const worker = startWorker(data);
        workers.push(worker);
        return worker;
      },
      desk.path,
      () => undefined,
    );
    await value(store.open());
    const [worker] = workers;
    const during = store.saveTurn(turn('late'));
    await worker?.terminate();
    await during;
    const after = await store.saveTurn(turn('later'));
    expect(after).toMatchObject({ ok: false, problem: { code: 'store-stopped' } });
    await store.close();
  });

  test('that hangs keeps nobody waiting', async () => {
    const hanging = 'setInterval(() => {}, 1000)';
    const store = new Store(
      () => new Worker(hanging, { eval: true }),
      desk.path,
      () => undefined,
    );
    const saving = store.saveTurn(turn('never'));
    const closing = store.close();
    await vi.runAllTimersAsync();
    expect(await saving).toMatchObject({ ok: false, problem: { code: 'store-slow' } });
    await closing;
  });
});

test('nobody else may read what is kept, whatever the umask says', async () => {
  const umask = process.umask(0);
  try {
    const store = start();
    await value(store.saveTurn(turn('private')));
    const names = readdirSync(desk.folder).sort();
    expect(names).toEqual(['captionkey.db', 'captionkey.db-shm', 'captionkey.db-wal']);
    for (const name of names) expect(statSync(join(desk.folder, name)).mode & 0o777).toBe(0o600);
  } finally {
    process.umask(umask);
  }
});
