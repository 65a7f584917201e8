import { expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { firstReplaySample, settledSample } from './replay-window.ts';
import { captured, disconnected, listening, loud, quiet, run, turn } from './run.fixture.ts';

const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };
const after = (events: readonly ListeningEvent[]) => run(events, patient).listening;

/** Five seconds of speech. */
const said: ListeningEvent[] = [...listening, captured(80_000, loud)];

test('a start after a crash transcribes all speech whose words may not be final', () => {
  expect(settledSample(after(said))).toBe(0);
  const final = [...said, turn('Hi.', { startMs: 4_000, endMs: 5_000 })];
  const silence = 80_000 + samplesIn(tuning.quietMs);
  expect(settledSample(after([...final, captured(silence - 1)]))).toBe(0);
  const quietSample = settledSample(after([...final, captured(silence)]));
  expect(quietSample).toBeGreaterThan(80_000);
  expect(quietSample).toBeLessThanOrEqual(silence);
});

test('a start after a crash also transcribes sound that an outage has outlasted in memory', () => {
  const outage = samplesIn(tuning.heldMs + 30_000);
  const offline = after([...said, disconnected(), captured(outage, loud)]);
  expect(settledSample(offline)).toBe(0);
  expect(firstReplaySample(offline)).toBe(outage - samplesIn(tuning.heldMs));
});

test('a start after a crash transcribes nothing without captions', () => {
  expect(settledSample(after([captured(9_600, loud)]))).toBe(9_600);
});
