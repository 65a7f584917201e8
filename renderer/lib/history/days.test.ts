import { expect, test } from 'vitest';
import { byDay } from './days.ts';

const at = (day: number, hour: number): number => new Date(2026, 9, day, hour).getTime();

test('rows are under the day in which they began, by a name that is clear', () => {
  const rows = [at(10, 9), at(10, 0), at(9, 23), at(5, 14), at(3, 14)].map(
    (startedAtMs, index) => ({
      ...{ type: 'dictation', id: 9 - index },
      startedAtMs,
    }),
  );
  const days = byDay(rows, at(10, 12));
  expect(days.map(({ title }) => title)).toEqual([
    ...['Today', 'Yesterday', 'Monday', '3 October 2026'],
  ]);
  expect(days.map(({ rows: those }) => those.map(({ id }) => id))).toEqual([[9, 8], [7], [6], [5]]);
});

test('a day that comes again because the clock was set back is a group of its own', () => {
  const rows = [at(10, 9), at(9, 9), at(10, 8)].map((startedAtMs, index) => ({
    ...{ type: 'captions', id: 3 - index },
    startedAtMs,
  }));
  const ids = byDay(rows, at(10, 12)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
});

test('a day keeps its id when something newer or older joins it', () => {
  const row = (id: number, startedAtMs: number) => ({ type: 'dictation', id, startedAtMs });
  const now = at(10, 12);
  const ids = [
    [row(2, at(10, 10)), row(1, at(9, 9))],
    [row(3, at(10, 11)), row(2, at(10, 10)), row(1, at(9, 9)), row(0, at(9, 8))],
  ].map((rows) => byDay(rows, now).map(({ id }) => id));
  expect(ids[1]).toEqual(ids[0]);
});
