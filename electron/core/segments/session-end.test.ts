import { describe, expect, test } from 'vitest';
import type { Failure } from '../assemblyai/failure.ts';
import type { Durations } from '../assemblyai/session-state.ts';
import { tuning } from '../tuning.ts';
import { noVoice } from '../voice/voice.ts';
import type { Segment } from './segment.ts';
import { ended } from './session-end.ts';
import type { SpokenTurn } from './spoken.ts';
import { beginSegment } from './step.ts';
import { at, stretch } from './voice.fixture.ts';

const around = { voice: noVoice, maxAttempts: 3, warmMs: 0, isLiveElsewhere: false };
const partial: SpokenTurn = {
  ...{ id: 0, text: 'uh', isFinal: false, words: [], language: null },
  ...{ ...stretch(2_000, 2_300), heardIn: stretch(1_000, 2_300) },
};
const [begun] = beginSegment(0, at(1_000));

/** A segment of nine seconds, with a partial. */
const segmentIn = (phase: Segment['phase'], more: Partial<Segment> = {}): Segment => ({
  ...{ ...begun, phase, heardTo: at(10_000) },
  spoken: { ...begun.spoken, open: [partial] },
  ...more,
});

const durations: Durations = { sessionSeconds: 1, audioSeconds: 1 };
const broken: Failure = { cause: 'closed', code: 1006 };

/** The session ends on request, with Termination. */
const onRequest = (segment: Segment) =>
  ended(segment, { type: 'ended', failure: null, durations }, around);
const lost = (segment: Segment, failure: Failure = broken) =>
  ended(segment, { type: 'ended', failure, durations: null }, around);

const stopTimer = { type: 'set-timeout', timeoutMs: null };
const withdrawn = { type: 'turn', turn: { ...partial, text: '', isFinal: true } };
const retryAfter = (attempts: number) => {
  const timeoutMs = tuning.reconnectDelaysMs[attempts - 1] ?? 0;
  return { type: 'set-timeout', timeoutMs, jitterMs: timeoutMs / 2 };
};

describe('after the end of its session on request, a segment', () => {
  test('that waited for its words has all of them, and its partials have none', () => {
    const [segment, effects] = onRequest(segmentIn('settling'));
    expect(segment).toMatchObject({ phase: 'over', spoken: { open: [] } });
    expect(effects).toEqual([stopTimer, withdrawn, { type: 'settled' }]);
  });

  test('that had all of its words is over, and is not reported as settled again', () => {
    const [segment, effects] = onRequest(segmentIn('ending'));
    expect(segment.phase).toBe('over');
    expect(effects).toEqual([stopTimer, withdrawn]);
  });

  test('that still streams is lost: the service ended the session', () => {
    const [segment, effects] = onRequest(segmentIn('streaming'));
    expect(segment).toMatchObject({ phase: 'streaming', failedAttempts: 1, unconfirmedEnds: 0 });
    const failure = { cause: 'closed', code: 1000 };
    expect(effects).toEqual([{ type: 'lost', failure, failedAttempts: 1 }, retryAfter(1)]);
  });

  test.each(['streaming', 'settling'] as const)(
    'that gave its session up in %s waits for its turn to send the rest',
    (phase) => {
      const segment = segmentIn(phase, { yields: true });
      const awaitTurn = { type: 'set-timeout', timeoutMs: tuning.yieldedMs };
      expect(onRequest(segment)).toEqual([segment, [awaitTurn]]);
    },
  );
});

test.each(['settled', 'abandoned'] as const)(
  'a segment that is %s is over with its session',
  (phase) => {
    const segment = segmentIn(phase);
    expect(lost(segment)).toEqual([{ ...segment, phase: 'over' }, [stopTimer]]);
  },
);

describe('a segment whose session is lost', () => {
  test('after its words tries again, and counts the end without Termination', () => {
    const [segment, effects] = lost(segmentIn('ending'));
    expect(segment).toMatchObject({ phase: 'ending', unconfirmedEnds: 1 });
    expect(effects).toEqual([{ type: 'lost', failure: broken, failedAttempts: 1 }, retryAfter(1)]);
  });

  test('after its words, often enough, is over, and keeps its partials', () => {
    const often = segmentIn('ending', { unconfirmedEnds: tuning.confirmAttempts });
    expect(lost(often)).toEqual([{ ...often, phase: 'over' }, [stopTimer]]);
  });

  test('before its words tries again, however often it was lost after them', () => {
    const often = segmentIn('settling', { unconfirmedEnds: tuning.confirmAttempts });
    const [segment] = lost(often);
    expect(segment).toEqual({ ...often, failedAttempts: 1 });
  });

  test('because it was sent too fast counts that, so that the next one is slower', () => {
    const tooFast: Failure = { cause: 'error', code: 3007, text: 'Audio sent too fast' };
    const [segment] = lost(segmentIn('streaming', { tooFast: 1 }), tooFast);
    expect(segment.tooFast).toBe(2);
    expect(lost(segmentIn('streaming', { tooFast: 1 }))[0].tooFast).toBe(1);
  });

  test('tries again as often as it may, and fails then', () => {
    const once = segmentIn('streaming', { failedAttempts: 1 });
    expect(lost(once)[1]).toEqual([
      { type: 'lost', failure: broken, failedAttempts: 2 },
      retryAfter(2),
    ]);
    const twice = segmentIn('streaming', { failedAttempts: 2 });
    const unfinal = stretch(1_000, 10_000);
    expect(lost(twice)).toEqual([
      { ...twice, phase: 'over' },
      [stopTimer, { type: 'failed', failure: broken, unfinal }],
    ]);
  });

  test('fails at once if no session can begin', () => {
    const problem = { code: 'no-key', params: {} } as const;
    const [segment, effects] = lost(segmentIn('streaming'), { cause: 'unavailable', problem });
    expect(segment.phase).toBe('over');
    expect(effects.map(({ type }) => type)).toEqual(['set-timeout', 'failed']);
  });
});
