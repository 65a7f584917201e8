import { expect, test } from 'vitest';
import type { ListeningEvent } from './listening.ts';
import { captured, listening, loud, run, turn } from './run.fixture.ts';
import { initialListening } from './step.ts';

const renew: ListeningEvent = { type: 'renew-session' };
const keeping = initialListening({ maxAttempts: 2, warmMs: 60_000 });

/** A final word, a stop, and its tail. */
const stopped: ListeningEvent[] = [
  ...listening,
  captured(16_000, loud),
  { type: 'stop' },
  captured(19_200),
  turn('Hi.', { endMs: 1_000 }),
];

test('a warm session ends, and the next start begins another', () => {
  const warm = run(stopped, keeping);
  expect(warm.listening.segments).toMatchObject([{ phase: 'settled' }]);
  const ended = run([renew], warm.listening);
  expect(ended.sent).toEqual(['Terminate']);
  const again = run([{ type: 'start' }], ended.listening);
  expect(again.listening.segments.at(-1)).toMatchObject({ id: 1, phase: 'streaming' });
});

test('pending words are not cut off', () => {
  const settling = run(stopped.slice(0, -1), keeping);
  const { sent, listening: after } = run([renew], settling.listening);
  expect(sent).toEqual([]);
  expect(after.segments).toMatchObject([{ phase: 'settling' }]);
});

test('two renewals before the pause begin one session', () => {
  const events = [...listening, captured(16_000, loud), renew, renew, captured(48_000)];
  const { listening: after } = run([...events, captured(64_000)]);
  expect(after.segments).toMatchObject([{ id: 0 }, { id: 1, phase: 'streaming' }]);
  expect(after.segments).toHaveLength(2);
});

test('a renewal without sessions does nothing', () => {
  expect(run([renew]).effects).toEqual([]);
});
