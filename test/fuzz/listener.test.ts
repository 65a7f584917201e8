import { expect, test } from 'vitest';
import { fuzzListener } from './fuzz-listener.ts';

/* A short turn of what `npm run fuzz` does. */
test('whatever the service says, a listener goes on, shows the next turn and comes to rest', async () => {
  const { messages, turns, problems } = await fuzzListener(2_000, 1);
  expect(messages).toBeGreaterThanOrEqual(2_000);
  // Without these the messages would have been no more than noise.
  expect(turns).toBeGreaterThan(100);
  expect(problems).toBeGreaterThan(0);
}, 120_000);
