import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, end, run } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, loud } from './run.fixture.ts';

const keyUp = 16_000;

/** A chunk of sound as the microphone delivers it. */
const chunkMs = 25;

/** Speech to the key, then so much more of it, then silence, in chunks. */
const speech = (moreMs: number): ListeningEvent[] =>
  Array.from({ length: 1_000 / chunkMs }, (_, index) => {
    const behindMs = (index + 1) * chunkMs;
    return captured(keyUp + behindMs * 16, behindMs <= moreMs ? loud : 0);
  });

/** How long after the key ForceEndpoint is sent, by the sound. */
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
  'a dictation beside captions': [
    ...[{ type: 'start' } as const, begin(), dictate(), captured(keyUp, loud), end],
  ],
  captions: [{ type: 'start' } as const, begin(), captured(keyUp, loud), { type: 'stop' } as const],
} satisfies Record<string, ListeningEvent[]>;

describe.each(Object.entries(asked))('the end of %s', (_what, events) => {
  test('waits for nothing but the tail where the voice ended with the key, or with its click', () => {
    expect(endpointMs(events, speech(0))).toBe(tuning.tailMs);
    expect(endpointMs(events, speech(tuning.clickMs))).toBe(tuning.tailMs);
  });

  test('waits for a short pause where somebody still speaks', () => {
    expect(endpointMs(events, speech(200))).toBe(200 + tuning.tailPauseMs);
    expect(endpointMs(events, speech(tuning.tailMs))).toBe(tuning.tailMs + tuning.tailPauseMs);
  });

  test('comes in the middle of speech that has no pause, 300 ms later', () => {
    expect(endpointMs(events, speech(1_000))).toBe(tuning.tailMs + tuning.tailExtensionMs);
  });
});

test('what is said until the pause belongs to the dictation', () => {
  const { listening } = run([...asked['a dictation alone'], ...speech(200)]);
  expect(listening.dictations.all).toMatchObject([
    { phase: 'finishing', untilSample: keyUp + (200 + tuning.tailPauseMs) * 16 },
  ]);
});

test('a dictation that begins in the tail of captions does not keep them', () => {
  const { listening } = run([...asked.captions, dictate(), ...speech(200)]);
  expect(listening.captions.phase).toBe('off');
  expect(listening.passages[0]?.heardTo).toBe(keyUp + tuning.tailMs * 16);
});
