import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzzIpc } from '../fuzz/fuzz-ipc.ts';
import { startDesk, type Desk } from '../support/desk.ts';

/* A short run of `npm run fuzz`. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

test('no request of a window runs a handler that it may not, and nothing changes', async () => {
  const { calls, answers } = await fuzzIpc(desk, 2_000, 1);
  expect(calls).toBeGreaterThanOrEqual(2_000);
  expect(Object.keys(answers).sort()).toEqual(['bad-request', 'rejected', 'untrusted-sender']);
});
