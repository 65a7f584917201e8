import { expect, test } from 'vitest';
import { fuzzListener } from './fuzz-listener.ts';

/* A short run of `npm run fuzz`. */
test('a listening controller survives every message of the service, shows the next turn and closes', async () => {
  const { messages, turns, problems } = await fuzzListener(2_000, 1);
  expect(messages).toBeGreaterThanOrEqual(2_000);
  // Without these the messages would have been no more than noise.
  expect(turns).toBeGreaterThan(100);
  expect(problems).toBeGreaterThan(0);
});
