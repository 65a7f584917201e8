import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { noVoice } from '../voice/voice.ts';
import type { Segment } from './segment.ts';
import { beginSegment, stepSegment } from './step.ts';
import { isUnanswered } from './unanswered.ts';
import { at, voiceIn } from './voice.fixture.ts';

const around = { voice: noVoice, maxAttempts: 1, warmMs: 0, isLiveElsewhere: false };
const [connecting] = beginSegment(0, at(1_000));
const [open] = stepSegment(
  connecting,
  {
    type: 'session',
    event: { type: 'message', message: { type: 'Begin', id: 'one', expires_at: 0 } },
  },
  around,
);

const enoughMs: number = tuning.unansweredVoiceMs;

/** Whether a session that began at 1 s is unanswered, with voice until then and from 2 s on. */
const isUnansweredAt = (
  ms: number,
  more: Partial<Segment> = {},
  { from = open, voicedMs = enoughMs } = {},
) =>
  isUnanswered(
    { ...from, heardTo: at(ms), ...more },
    { ...around, voice: voiceIn([500, 1_000], [2_000, 2_000 + voicedMs]) },
  );
const longMs = 2_000 + tuning.unansweredMs;

describe('a session that was sent enough voice', () => {
  test('is unanswered some time after the first of it', () => {
    expect(isUnansweredAt(longMs)).toBe(true);
    expect(isUnansweredAt(longMs - 1)).toBe(false);
  });

  test('is unanswered some time after it recognised sound that had waited', () => {
    const caughtUpAt = at(4_000);
    expect(isUnansweredAt(longMs + 2_000, { caughtUpAt })).toBe(true);
    expect(isUnansweredAt(longMs + 1_999, { caughtUpAt })).toBe(false);
  });

  test('is not if it has sent a turn, even without words', () => {
    const byOrder = new Map([[0, { id: 0, isFinal: false }]]);
    expect(isUnansweredAt(longMs, { spoken: { ...open.spoken, byOrder } })).toBe(false);
  });

  test('is not if another session before was unanswered, too', () => {
    expect(isUnansweredAt(longMs, { unanswered: 1 })).toBe(false);
  });

  test('is not before it is open', () => {
    expect(isUnansweredAt(longMs, {}, { from: connecting })).toBe(false);
  });
});

test('a session does not have to answer a little voice beside that from before it began', () => {
  const voicedMs = enoughMs - 1;
  expect(isUnansweredAt(longMs, {}, { voicedMs })).toBe(false);
});

test('a session does not have to answer silence', () => {
  const silent = { ...open, heardTo: at(60_000) };
  expect(isUnanswered(silent, around)).toBe(false);
  expect(isUnanswered(silent, { ...around, voice: voiceIn([0, 1_000]) })).toBe(false);
});
