import { describe, expect, test } from 'vitest';
import { frameSamples } from '../assemblyai/frames.ts';
import { pastUnsentSound, replayedEndpoints } from './endpoints.ts';
import type { Endpoint, Segment } from './segment.ts';
import { beginSegment } from './step.ts';

/** A segment that has captured 10,000 samples. */
const segmentWith = (endpoints: Endpoint[], more: Partial<Segment> = {}): Segment => ({
  ...{ ...beginSegment(0, 0)[0], heardTo: 10_000, endpoints },
  ...more,
});
const endpoint = (sample: number, nextSample = sample): Endpoint => ({ sample, nextSample });

test.each([
  [999, 999],
  [1_000, 5_000],
  [4_999, 5_000],
  [5_000, 5_000],
  [6_000, 6_000],
])('a session does not begin within sound that is not sent: at %i', (startSample, begins) => {
  expect(pastUnsentSound(segmentWith([endpoint(1_000, 5_000)]), startSample)).toBe(begins);
});

describe('another session', () => {
  const forced = { type: 'force-endpoint' };

  test('is sent ForceEndpoint again a frame after the last word before it', () => {
    expect(replayedEndpoints(segmentWith([endpoint(4_000)]), 0)).toEqual([
      { type: 'captured', toSample: 4_000 + frameSamples },
      forced,
    ]);
  });

  test('is sent no sound that is not captured yet', () => {
    expect(replayedEndpoints(segmentWith([endpoint(9_999)]), 0)).toEqual([
      { type: 'captured', toSample: 10_000 },
      forced,
    ]);
  });

  test('skips the sound that is not sent', () => {
    expect(replayedEndpoints(segmentWith([endpoint(4_000, 6_000)]), 0)).toEqual([
      { type: 'captured', toSample: 4_000 },
      { type: 'flush' },
      forced,
      { type: 'skip-to', sample: 6_000 },
    ]);
  });

  test('repeats only the endpoints after its beginning', () => {
    expect(replayedEndpoints(segmentWith([endpoint(3_000), endpoint(4_000)]), 4_000)).toEqual([]);
    expect(replayedEndpoints(segmentWith([endpoint(4_000)]), 3_999)).toHaveLength(2);
  });

  test('ends with the sound instead of an endpoint there, unless the sound goes on', () => {
    const last = [endpoint(4_000), endpoint(10_000)];
    expect(replayedEndpoints(segmentWith(last), 0)).toHaveLength(4);
    expect(replayedEndpoints(segmentWith(last, { phase: 'settling' }), 0)).toEqual(
      replayedEndpoints(segmentWith([endpoint(4_000)]), 0),
    );
  });

  test('of a model that loses words after ForceEndpoint only skips sound', () => {
    const model = 'universal-streaming-english';
    const endpoints = [endpoint(2_000), endpoint(4_000, 6_000)];
    expect(replayedEndpoints(segmentWith(endpoints, { model }), 0)).toEqual([
      { type: 'captured', toSample: 4_000 },
      { type: 'flush' },
      { type: 'skip-to', sample: 6_000 },
    ]);
  });
});
