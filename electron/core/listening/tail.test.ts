import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, end, run } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, loud } from './run.fixture.ts';

const keyUp = 16_000;

/** The length of a chunk that the microphone delivers. */
const chunkMs = 25;

/** Chunks after the key-up: `moreMs` of speech, then silence. */
const speech = (moreMs: number): ListeningEvent[] =>
  Array.from({ length: 1_000 / chunkMs }, (_, index) => {
    const afterMs = (index + 1) * chunkMs;
    return captured(keyUp + afterMs * 16, afterMs <= moreMs ? loud : 0);
  });

/** How long after the key-up ForceEndpoint is sent, on the sample clock. */
function endpointMs(events: ListeningEvent[], after: ListeningEvent[]): number | null {
  let { listening } = run(events);
  for (const event of after) {
    const step = run([event], listening);
    listening = step.listening;
    if (step.sent.includes('ForceEndpoint'))
      return event.type === 'captured' ? (event.toSample - keyUp) / 16 : null;
  }
  return null;
}

const asked = {
  'a dictation alone': [dictate(), begin(), captured(keyUp, loud), end],
  'a dictation while captions are on': [
    ...[{ type: 'start' } as const, begin(), dictate(), captured(keyUp, loud), end],
  ],
  captions: [{ type: 'start' } as const, begin(), captured(keyUp, loud), { type: 'stop' } as const],
} satisfies Record<string, ListeningEvent[]>;

describe.each(Object.entries(asked))('the end of %s', (_what, events) => {
  test('waits only for the tail if the voice ended with the key-up or its click', () => {
    expect(endpointMs(events, speech(0))).toBe(tuning.tailMs);
    expect(endpointMs(events, speech(tuning.clickMs))).toBe(tuning.tailMs);
  });

  test('waits for a short pause if speech goes on', () => {
    expect(endpointMs(events, speech(200))).toBe(200 + tuning.tailPauseMs);
    expect(endpointMs(events, speech(tuning.tailMs))).toBe(tuning.tailMs + tuning.tailPauseMs);
  });

  test('comes 300 ms later if speech has no pause', () => {
    expect(endpointMs(events, speech(1_000))).toBe(tuning.tailMs + tuning.tailExtensionMs);
  });
});

test('speech up to the pause belongs to the dictation', () => {
  const { listening } = run([...asked['a dictation alone'], ...speech(200)]);
  expect(listening.dictations.all).toMatchObject([
    { phase: 'finishing', untilSample: keyUp + (200 + tuning.tailPauseMs) * 16 },
  ]);
});

test('a dictation that begins in the tail of captions does not extend it', () => {
  const { listening } = run([...asked.captions, dictate(), ...speech(200)]);
  expect(listening.captions.phase).toBe('off');
  expect(listening.segments[0]?.heardTo).toBe(keyUp + tuning.tailMs * 16);
});
