import timers from 'node:timers';
import { afterAll, expect, vi } from 'vitest';

/*
 * The files of a worker share its globals. A clock that one file leaves stopped would let the next one wait
 * for ever. So would a spy on a stopped clock, which puts that clock back when it is restored.
 */
afterAll(() => {
  vi.restoreAllMocks();
  expect(vi.isFakeTimers(), 'the file leaves its clock stopped').toBe(false);
  expect(setTimeout, 'the file leaves a stopped clock').toBe(timers.setTimeout);
});
