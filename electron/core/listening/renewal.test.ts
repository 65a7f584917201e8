import { expect, test } from 'vitest';
import type { ListeningEvent } from './listening.ts';
import { captured, listening, loud, run, turn } from './run.fixture.ts';
import { silent } from './step.ts';

const renew: ListeningEvent = { type: 'renew-session' };
const keeping = silent({ maxAttempts: 2, warmMs: 60_000 });

/** A word that is final, a stop, and its tail. */
const stopped: ListeningEvent[] = [
  ...listening,
  captured(16_000, loud),
  { type: 'stop' },
  captured(19_200),
  turn('Hi.', { endMs: 1_000 }),
];

test('a session that is kept warm is ended, and the next start begins another', () => {
  const warm = run(stopped, keeping);
  expect(warm.listening.passages).toMatchObject([{ phase: 'settled' }]);
  const ended = run([renew], warm.listening);
  expect(ended.sent).toEqual(['Terminate']);
  const again = run([{ type: 'start' }], ended.listening);
  expect(again.listening.passages.at(-1)).toMatchObject({ id: 1, phase: 'streaming' });
});

test('words that are still awaited are not cut off', () => {
  const settling = run(stopped.slice(0, -1), keeping);
  const { sent, listening: after } = run([renew], settling.listening);
  expect(sent).toEqual([]);
  expect(after.passages).toMatchObject([{ phase: 'settling' }]);
});

test('asked for twice before the pause, it is one session more', () => {
  const events = [...listening, captured(16_000, loud), renew, renew, captured(48_000)];
  const { listening: after } = run([...events, captured(64_000)]);
  expect(after.passages).toMatchObject([{ id: 0 }, { id: 1, phase: 'streaming' }]);
  expect(after.passages).toHaveLength(2);
});

test('with nothing open there is nothing to do', () => {
  expect(run([renew]).effects).toEqual([]);
});
