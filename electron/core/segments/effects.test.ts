import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { noVoice } from '../voice/voice.ts';
import type { ServerMessage } from '../assemblyai/server-message.ts';
import type { Segment, SegmentEffect, SegmentEvent } from './segment.ts';
import { beginSegment, stepSegment } from './step.ts';

/* The exact effects of a segment at each step. */
const after = (
  segment: Segment,
  events: SegmentEvent[],
  warmMs = 0,
): { segment: Segment; effects: SegmentEffect[] } =>
  events.reduce<{ segment: Segment; effects: SegmentEffect[] }>(
    ({ segment: from }, event) => {
      const [next, effects] = stepSegment(from, event, {
        voice: noVoice,
        maxAttempts: 5,
        warmMs,
        isLiveElsewhere: false,
      });
      return { segment: next, effects };
    },
    { segment, effects: [] },
  );

const message = (value: ServerMessage): SegmentEvent => ({
  type: 'session',
  event: { type: 'message', message: value },
});
const begin = message({ type: 'Begin', id: 'one', expires_at: 0 });
const final = (order: number): SegmentEvent =>
  message({
    type: 'Turn',
    turn_order: order,
    end_of_turn: true,
    transcript: 'Hi.',
    words: [{ text: 'Hi.', start: 0, end: 40 }],
  });
const nothing = message({
  ...{ type: 'Turn', turn_order: 7, end_of_turn: true, transcript: '', words: [] },
});
const termination = message({
  ...{ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 1 },
});
const captured: SegmentEvent = { type: 'captured', toSample: 800 };
const endAt = (sample: number): SegmentEvent => ({ type: 'end-at', sample });
const stopTimer: SegmentEffect = { type: 'set-timeout', timeoutMs: null };

const [connecting] = beginSegment(0, 0);
const streaming = after(connecting, [captured, begin]).segment;
const settled = after(streaming, [endAt(800), { type: 'timeout' }], 20_000).segment;
const over = after(streaming, [{ type: 'abandon' }, termination]).segment;

const types = ({ effects }: { effects: SegmentEffect[] }) => effects.map(({ type }) => type);

test('a final while streaming has a turn as its only effect', () => {
  expect(types(after(streaming, [final(0)]))).toEqual(['turn']);
  expect(types(after(streaming, [nothing]))).toEqual([]);
});

test('release and timeout do nothing while streaming', () => {
  for (const type of ['release', 'timeout'] as const)
    expect(after(streaming, [{ type }])).toEqual({ segment: streaming, effects: [] });
});

test('an end in the future has no effect yet, and an end that is reached requests finals', () => {
  expect(after(streaming, [endAt(1_600)]).effects).toEqual([]);
  // The sound from before Begin was sent in one go, and takes as long to recognise as it took to say.
  expect(after(streaming, [endAt(800)]).effects).toEqual([
    { type: 'send', message: { type: 'ForceEndpoint' } },
    { type: 'set-timeout', timeoutMs: tuning.finalTimeoutMs + 50 },
  ]);
});

test('an end that is reached before Begin waits for it', () => {
  const ended = after(connecting, [captured, endAt(800)]);
  expect(ended.effects).toEqual([]);
  expect(types(after(ended.segment, [begin])).sort()).toEqual([
    ...['began', 'send', 'send-audio', 'set-session-timeout', 'set-timeout'],
  ]);
});

test('without a final it settles after the timeout, and its session stays warm', () => {
  expect(after(streaming, [endAt(800), { type: 'timeout' }], 20_000).effects).toEqual([
    { type: 'settled' },
    { type: 'set-timeout', timeoutMs: 20_000 },
  ]);
});

test('a warm session resumes without its timer, and ends when the timer fires', () => {
  expect(after(settled, [{ type: 'go-on', startSample: 1_600 }]).effects).toEqual([stopTimer]);
  for (const type of ['timeout', 'release'] as const)
    expect(after(settled, [{ type }])).toMatchObject({
      segment: { phase: 'ending' },
      effects: [
        stopTimer,
        { type: 'send', message: { type: 'Terminate' } },
        { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
      ],
    });
});

test('a late final in a warm session adds to the text, and one without words does not', () => {
  expect(types(after(settled, [final(0)]))).toEqual(['turn', 'settled']);
  expect(types(after(settled, [nothing]))).toEqual([]);
});

test('a warm session that is lost is over, and its timer is stopped', () => {
  const broken = after(settled, [
    { type: 'session', event: { type: 'disconnected', failure: { cause: 'closed', code: 1006 } } },
  ]);
  expect(broken.segment.phase).toBe('over');
  expect(broken.effects).toContainEqual(stopTimer);
});

test('an abandoned segment ends its session, and one that is over ignores events', () => {
  expect(after(streaming, [{ type: 'abandon' }]).segment.phase).toBe('abandoned');
  expect(over.phase).toBe('over');
  for (const type of ['abandon', 'release', 'timeout', 'force-endpoint'] as const)
    expect(after(over, [{ type }])).toEqual({ segment: over, effects: [] });
});

describe('a segment that gives its session up for live speech', () => {
  const terminated = { type: 'send', message: { type: 'Terminate' } };

  test('ends it if it is open', () => {
    const yielding = after(streaming, [{ type: 'yield' }]);
    expect(yielding.segment.yields).toBe(true);
    expect(yielding.effects).toContainEqual(terminated);
  });

  test('only waits if it has none', () => {
    const lost = after(streaming, [
      {
        type: 'session',
        event: { type: 'disconnected', failure: { cause: 'closed', code: 1006 } },
      },
    ]).segment;
    const yielding = after(lost, [{ type: 'yield' }]);
    expect(yielding.segment).toEqual({ ...lost, yields: true });
    expect(types(yielding)).toEqual(['set-timeout']);
  });
});

test('a segment goes on only after its end', () => {
  for (const segment of [streaming, over])
    expect(after(segment, [{ type: 'go-on', startSample: 1_600 }])).toEqual({
      ...{ segment, effects: [] },
    });
});
