import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, end, final, released, run, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, disconnected, loud, micClosed, timeout } from './run.fixture.ts';
import { initialListening } from './step.ts';

/* Only sound of captions or a dictation is sent. The microphone may deliver other sound meanwhile. */

/** One past the last sample of the first dictation. */
const endSample = 16_320 + tailSamples;
const patient = initialListening({ maxAttempts: 9, warmMs: 60_000 });

/** The frames that have some of a stretch of sound. */
const framesWithin = (events: readonly ListeningEvent[], fromSample: number, toSample: number) =>
  run(events, patient).frames.filter(
    (frame) => frame.startSample < toSample && frame.endSample > fromSample,
  );

describe('between a dictation that waits for its words and the next one', () => {
  const nextSample = endSample + 1_600;
  const next: ListeningEvent[] = [
    ...[...released, captured(nextSample, loud), dictate(2)],
    ...Array.from({ length: 20 }, (_, index) => captured(nextSample + (index + 1) * 800, loud)),
  ];

  test('sound is not sent', () => {
    expect(framesWithin(next, endSample, nextSample)).toEqual([]);
    expect(run(next, patient).sessions).toBe(1);
    expect(framesWithin(next, nextSample, nextSample + 16_000)).toHaveLength(20);
  });

  test('voice is forgotten', () => {
    const { voice } = run(next.slice(0, released.length + 2), patient).listening;
    expect(voice.stretches).toEqual([{ startSample: 320, endSample }]);
  });

  test('sound is not sent after a reconnect either, and the turn ends there again', () => {
    const lost = [...next, disconnected(), timeout(), begin()];
    const { frames, sent } = run(lost, patient);
    expect(framesWithin(lost, endSample, nextSample)).toEqual([]);
    expect(frames.filter(({ startSample }) => startSample === nextSample)).toHaveLength(2);
    expect(sent).toEqual(['ForceEndpoint', 'ForceEndpoint']);
    const { frames: all } = run([...lost, captured(nextSample + 21 * 800)], patient);
    expect(all.at(-1)?.endSample).toBe(nextSample + 21 * 800);
  });
});

test('sound for the level meter is not sent later, also if the end of the dictation waited', () => {
  const sevenSeconds = 112_320;
  const ended = sevenSeconds + tailSamples;
  const meterTo = ended + 5 * 16_000;
  const events: ListeningEvent[] = [
    // A second of speech, then silence until the session begins: the pace holds the rest of it back.
    ...[dictate(), captured(320), captured(16_320, loud), captured(sevenSeconds), end],
    ...[captured(ended), begin(), final, micClosed],
    ...[{ type: 'check-level', isOn: true } as const, captured(meterTo, loud), dictate(2)],
    ...Array.from({ length: 400 }, (_, index) => captured(meterTo + (index + 1) * 800, loud)),
  ];
  expect(run(events, patient).sessions).toBe(1);
  expect(framesWithin(events, ended, meterTo)).toEqual([]);
  expect(run(events, patient).frames.at(-1)?.endSample).toBe(meterTo + 400 * 800);
  expect(tuning.paces[0].burstMs).toBeLessThan(7_000);
});
