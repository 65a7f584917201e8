import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { closing, openAlerts, stillClosed, type ClosedAlerts } from './closed-alerts.ts';

const noKey = { source: 'listening', problem: problem('no-key', {}) };
const taken = (shortcut: string) => ({
  source: 'hotkey captions',
  problem: problem('shortcut-taken', { shortcut }),
});
const none: ClosedAlerts = new Map();

test('a closed alert is not shown while its problem is reported again as it was', () => {
  const closed = closing(none, noKey);
  const again = { ...noKey, problem: problem('no-key', {}) };
  expect(openAlerts([again], stillClosed([again], closed))).toEqual([]);
});

test('closing one alert leaves those of other sources open', () => {
  const other = { ...noKey, source: 'settings' };
  expect(openAlerts([noKey, other, taken('F9')], closing(none, noKey))).toEqual([
    other,
    taken('F9'),
  ]);
});

test.each([
  { name: 'the same problem after its end', between: [] },
  { name: 'the same problem after another of its source', between: [taken('F8')] },
])('$name has a new cause, and is shown', ({ between }) => {
  const closed = stillClosed(between, closing(none, taken('F9')));
  expect(openAlerts([taken('F9')], closed)).toEqual([taken('F9')]);
});

test('another parameter is another problem', () => {
  expect(openAlerts([taken('F8')], closing(none, taken('F9')))).toEqual([taken('F8')]);
});

test('what is still closed does not change while nothing ends', () => {
  const closed = closing(closing(none, noKey), taken('F9'));
  expect(stillClosed([noKey, taken('F9')], closed)).toBe(closed);
});
