import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopStoreClock } from './still-clock.fixture.ts';
import { startWorker, StoreDesk, storedTurns, texts, turn, value } from './store.fixture.ts';
import { Store } from './store.ts';
import { mainTuning } from '../../time/tuning.ts';

stopStoreClock();

let desk: StoreDesk;
let captions: number;
beforeEach(() => {
  captions = 0;
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

const start = (): Store => desk.start();

const recording = { path: 'a.wav', startedAtMs: 1_790_000_000_000, startSample: 8_000 };

/** Captions with one turn. Resolves with their id. */
async function caption(store: Store, text: string): Promise<number> {
  const startSample = (captions += 1) * 16_000;
  const endSample = startSample + 16_000;
  const id = await value(store.beginCaptions({ startedAtMs: 0, startSample }));
  await value(store.saveTurn(turn(text, { startSample, endSample })));
  await value(store.endCaptions(id, endSample));
  return id;
}

const found = async (store: Store, typed: string, limit = 9): Promise<string[]> =>
  texts(await value(store.searchCaptions(typed, null, limit)));

describe('turns', () => {
  test('are unchanged at the next start', async () => {
    const first = start();
    const saved = [turn('one'), turn('two', { language: null, endSample: 99 }), turn('three')];
    const ids: number[] = [];
    for (const each of saved) ids.push(await value(first.saveTurn(each)));
    await first.close();

    await value(start().open());
    expect(storedTurns(desk.path)).toEqual(saved.map((each, n) => ({ ...each, id: ids[n] })));
  });

  test('keep their words when their recording is unknown or deleted', async () => {
    const store = start();
    const recordingId = await value(store.beginRecording(recording));
    await value(store.saveTurn(turn('kept', { recordingId })));
    await value(store.saveTurn(turn('also kept', { recordingId: 77 })));
    await value(store.forget(recordingId));
    expect(storedTurns(desk.path)).toMatchObject([
      { recordingId: null, text: 'kept' },
      { recordingId: null, text: 'also kept' },
    ]);
    expect(await value(store.recordings())).toEqual([]);
  });

  test('leave no trace in any file once deleted, and their ids are not used again', async () => {
    const store = start();
    const captions = await caption(store, 'Zebrafinken flöten verlegen');
    await caption(store, 'something else');
    const bytes = (): string =>
      readdirSync(desk.folder)
        .map((name) => readFileSync(join(desk.folder, name), 'latin1').toLowerCase())
        .join();
    expect(bytes()).toContain('zebrafinken');
    await value(store.deleteCaptions([captions]));
    expect(texts(storedTurns(desk.path))).toEqual(['something else']);
    expect(await found(store, 'zebrafinken')).toEqual([]);
    for (const trace of ['zebrafinken', 'ebraf', 'verlegen']) expect(bytes()).not.toContain(trace);
    const later = await caption(store, 'later');
    const next = storedTurns(desk.path).at(-1)?.id;
    await value(store.deleteCaptions([later]));
    expect(await value(store.saveTurn(turn('last')))).toBeGreaterThan(next ?? Infinity);
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
  ])('for %j finds %j', async (typed, expected) => {
    const store = start();
    for (const text of [
      'The quick brown fox.',
      'A naïve question.',
      "Don't worry.",
      'Русское слово.',
      'Another question?',
    ])
      await caption(store, text);
    expect(await found(store, typed)).toEqual(expected);
  });

  test('accepts every typed or pasted text', async () => {
    const store = start();
    await caption(store, 'anything');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (typed) => {
        await found(store, typed);
      }),
    );
    await found(store, 'a page of words '.repeat(1_000));
    await found(store, `${'long'.repeat(100_000)} word`);
  });

  test('returns no more than requested', async () => {
    const store = start();
    for (const text of ['word 1', 'word 2', 'word 3']) await caption(store, text);
    expect(await found(store, 'word', 2)).toEqual(['word 3', 'word 2']);
  });
});

describe('recordings', () => {
  test('of the run before are unfinished if not all of their sound is settled', async () => {
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

describe('the thread', () => {
  test('carries out calls in order, also if nothing waits for them', async () => {
    const store = start();
    for (let n = 0; n < 50; n++) void store.saveTurn(turn(`turn ${n}`));
    expect(await value(store.saveTurn(turn('last')))).toBe(51);
  });

  test('answers an invalid call with a failure, and goes on', async () => {
    const store = start();
    const odd = await store.saveTurn(turn('odd', { startSample: -1 }));
    expect(odd).toMatchObject({ ok: false, problem: { code: 'store-bad-call' } });
    expect(await value(store.saveTurn(turn('good')))).toBe(1);
  });

  test('answers every call even if it ends', async () => {
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

  test('may start late on a busy machine', async () => {
    const store = start();
    const saving = store.saveTurn(turn('early'));
    vi.advanceTimersByTime(2 * mainTuning.storeTimeoutMs);
    expect(await value(saving)).toBe(1);
  });

  test('has its time from when it has loaded, however long that takes', async () => {
    const loading = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id, name }) => {
        if (name === 'open') parentPort.postMessage({ type: 'ready' });
        if (name === 'settle') parentPort.postMessage({ type: 'answer', id, result: { ok: true, value: undefined } });
      });
    `;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(loading)}`));
    const store = new Store(
      () => worker,
      desk.path,
      () => undefined,
    );
    const isSettled = store.settle(1, 0);
    await once(worker, 'online');
    const other = store.saveTurn(turn('waits'));
    vi.advanceTimersByTime(2 * mainTuning.storeTimeoutMs);
    expect(await isSettled).toMatchObject({ ok: true });
    const opening = store.open();
    await once(worker, 'message');
    await vi.advanceTimersByTimeAsync(2 * mainTuning.storeTimeoutMs);
    for (const call of [other, opening])
      expect(await call).toMatchObject({ ok: false, problem: { code: 'store-slow' } });
    await worker.terminate();
  });

  test('blocks no caller if it hangs', async () => {
    const hanging = 'setInterval(() => {}, 1000)';
    const worker = new Worker(hanging, { eval: true });
    const store = new Store(
      () => worker,
      desk.path,
      () => undefined,
    );
    const saving = store.saveTurn(turn('never'));
    const closing = store.close();
    await once(worker, 'online');
    await vi.runAllTimersAsync();
    expect(await saving).toMatchObject({ ok: false, problem: { code: 'store-slow' } });
    await closing;
  });
});

test('no other user may read the files, with any umask', async () => {
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
