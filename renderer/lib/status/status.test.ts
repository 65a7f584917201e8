import { expect, test } from 'vitest';
import { catchUpWords, signalOf, statusWords } from './status.ts';

test.each([
  { status: { phase: 'idle' }, signal: 'off', words: 'Captions are off' },
  { status: { phase: 'starting' }, signal: 'waiting', words: 'Starting…' },
  {
    status: { phase: 'listening', connected: false },
    signal: 'waiting',
    words: 'Connecting…',
  },
  {
    status: { phase: 'listening', connected: true },
    signal: 'listening',
    words: 'Listening…',
  },
  {
    status: { phase: 'listening', connected: true, catchUpSeconds: 42 },
    signal: 'listening',
    words: 'Catching up, 42 s left',
  },
  {
    status: { phase: 'reconnecting', heldSeconds: 12 },
    signal: 'waiting',
    words: 'Reconnecting… 12 s saved',
  },
  { status: { phase: 'finishing' }, signal: 'waiting', words: 'Finishing…' },
] as const)('$status is said as “$words”', ({ status, signal, words }) => {
  expect(statusWords(status)).toBe(words);
  expect(signalOf(status)).toBe(signal);
});

test('a gap that is caught up with says that its session costs', () => {
  expect(catchUpWords({ phase: 'listening', connected: true, catchUpSeconds: 42 })).toBe(
    'Catching up, 42 s left. Until then you pay for a second session, too.',
  );
  expect(catchUpWords({ phase: 'listening', connected: true })).toBeNull();
});
