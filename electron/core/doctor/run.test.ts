import { expect, test } from 'vitest';
import type { Check } from '#shared/doctor.ts';
import { problem } from '#shared/problem.ts';
import { afterEvent, begun, ended } from './run.ts';

const works: Check = { id: 'key', state: 'works', ms: null, name: 'stored', problem: null };

test('a step is the current one until it ends', () => {
  const waiting = afterEvent(begun, { type: 'begins', id: 'key' });
  expect(waiting).toEqual({ phase: 'running', checks: [], current: 'key' });
  const next = afterEvent(waiting, { type: 'ends', check: works });
  expect(next).toEqual({ phase: 'running', checks: [works], current: null });
});

test('a run that ends keeps its checks, also if the doctor failed', () => {
  const run = afterEvent(begun, { type: 'ends', check: works });
  expect(ended(run, null)).toEqual({ phase: 'done', checks: [works], problem: null });
  const internal = problem('internal', {});
  expect(ended(run, internal)).toEqual({ phase: 'done', checks: [works], problem: internal });
});

test('a report that comes after the end changes nothing', () => {
  const done = ended(begun, null);
  expect(afterEvent(done, { type: 'ends', check: works })).toBe(done);
});

test('a doctor that cannot start ends with the reason and without checks', () => {
  const internal = problem('internal', {});
  expect(ended({ phase: 'none' }, internal)).toEqual({
    ...{ phase: 'done', checks: [], problem: internal },
  });
});
