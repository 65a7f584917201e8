import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { afterAll as after, type HistoryRow } from '#shared/history.ts';
import { failed } from '#shared/result.ts';
import { stopStoreClock } from '../database/still-clock.fixture.ts';
import { texts, turn, value } from '../database/store.fixture.ts';
import { outside } from './captions-history.ts';
import { HistoryDesk, noise } from './history.fixture.ts';

stopStoreClock();

let desk: HistoryDesk;
beforeEach(() => {
  desk = new HistoryDesk();
});
afterEach(() => desk.desk.clear());

async function read(words = '', rows: HistoryRow[] = [], limit = 9, isDictationsOnly = false) {
  const query = { words, isDictationsOnly, before: after(rows), limit };
  return value(desk.history.read(query));
}

const act = (id: number, action: 'copy' | 'delete') =>
  desk.history.act({ type: 'captions', id, action });

test('dictations and captions are in one list, in pages, newest first', async () => {
  await desk.dictate('One fox.', 0, 900);
  await desk.caption(1_000, ['Two foxes.']);
  await desk.dictate('Three.', 2_000, 2_900);
  await desk.caption(3_000, ['Four foxes.']);
  await desk.caption(4_000, ['Five foxes.']);
  const first = await read('', [], 2);
  expect(texts(first.rows)).toEqual(['Five foxes.', 'Four foxes.']);
  const second = await read('', first.rows, 2);
  expect(texts(second.rows)).toEqual(['Three.', 'Two foxes.']);
  expect(second.hasMore).toBe(true);
  const third = await read('', [...first.rows, ...second.rows], 2);
  expect(texts(third.rows)).toEqual(['One fox.']);
  expect(third.hasMore).toBe(false);
  const found = await read('fox');
  expect(texts(found.rows)).toEqual(['Five foxes.', 'Four foxes.', 'Two foxes.', 'One fox.']);
  expect(texts((await read('', [], 9, true)).rows)).toEqual(['Three.', 'One fox.']);
});

test('captions are copied and read sentence by sentence', async () => {
  const id = await desk.caption(5_000, ['Good morning.', 'Goodbye.']);
  await value(act(id, 'copy'));
  expect(desk.copied).toEqual(['Good morning.\nGoodbye.']);
  desk.canCopy = failed({ code: 'not-copied', params: {} });
  expect(await act(id, 'copy')).toEqual(desk.canCopy);
  expect(await value(desk.history.lines(id))).toEqual([
    { atMs: 0, text: 'Good morning.' },
    { atMs: 1_000, text: 'Goodbye.' },
  ]);
  for (const answer of [await act(99, 'copy'), await desk.history.lines(99)])
    expect(answer).toMatchObject({ problem: { code: 'no-captions' } });
});

test('running captions are not deleted', async () => {
  const id = await value(desk.store.beginCaptions({ startedAtMs: 0, startSample: 0 }));
  await value(desk.store.saveTurn(turn('Still on.')));
  expect(await act(id, 'delete')).toMatchObject({ problem: { code: 'captions-on' } });
  await value(desk.history.clear());
  expect(texts((await read()).rows)).toEqual(['Still on.']);
});

test('deleted captions lose their sound, and a dictation made meanwhile keeps its own', async () => {
  const recordingId = await desk.record('a.wav', noise(4));
  await value(desk.store.endRecording(recordingId, 64_000));
  const id = await desk.caption(0, ['One.', 'Two.', 'Three.', 'Four.']);
  await desk.dictate('Two.', 1_000, 2_000);
  await value(act(id, 'delete'));
  const left = desk.samples('a.wav');
  expect(left?.subarray(16_000, 32_000)).toEqual(noise(4).subarray(16_000, 32_000));
  for (const silent of [left?.subarray(0, 16_000), left?.subarray(32_000)])
    expect(silent?.every((sample) => sample === 0)).toBe(true);
  expect((await read()).rows).toMatchObject([{ type: 'dictation', text: 'Two.' }]);
  expect(desk.changes).toBe(1);
});

test('everything is deleted at once, with its sound', async () => {
  const recordingId = await desk.record('a.wav', noise(2));
  await value(desk.store.endRecording(recordingId, 32_000));
  await desk.caption(0, ['Said to everybody.']);
  await desk.dictate('Said to one.', 1_000, 2_000);
  for (let n = 3; n < 130; n++) await desk.caption(n * 1_000, ['More.']);
  await value(desk.history.clear());
  expect((await read()).rows).toEqual([]);
  expect(desk.samples('a.wav')).toBeNull();
  expect(desk.changes).toBe(1);
});

describe('the parts of a range outside others', () => {
  const range = (startSample: number, endSample: number | null) => ({ startSample, endSample });

  test.each([
    [range(0, 9), [], [range(0, 9)]],
    [range(0, 9), [range(2, 4)], [range(0, 2), range(4, 9)]],
    [range(3, 9), [range(2, 4), range(8, 12)], [range(4, 8)]],
    [range(3, null), [range(5, 6)], [range(3, 5), range(6, null)]],
    [range(3, null), [range(5, null)], [range(3, 5)]],
    [range(3, 9), [range(0, null)], []],
  ])('%j without %j is %j', (whole, others, parts) => {
    expect(outside(whole, others)).toEqual(parts);
  });
});
