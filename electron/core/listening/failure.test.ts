import { describe, expect, test } from 'vitest';
import type { Failure } from '../assemblyai/failure.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  micClosed,
  quiet,
  run,
  session,
  timeout,
  turn,
} from './run.fixture.ts';

const wrongKey: Failure = { cause: 'error', code: 1008, text: 'Unauthorized' };
const patient = { ...quiet, options: { maxAttempts: 5, warmMs: 0 } };

test('after a failure that no retry can mend, captions end and the failure is reported', () => {
  const {
    listening: after,
    effects,
    types,
  } = run([...listening, session({ type: 'disconnected', failure: wrongKey }), micClosed], patient);
  expect(effects).toContainEqual({ type: 'session-failed', failure: wrongKey });
  expect(after).toMatchObject({ captions: { phase: 'off' }, microphone: 'closed', segments: [] });
  expect(types.filter((type) => type === 'connect')).toHaveLength(1);
  expect(run([{ type: 'start' }], after).types).toContain('connect');
});

test('a lost connection is retried after growing delays, until no attempts are left', () => {
  const lost = [disconnected(), timeout()];
  const {
    effects,
    timeouts,
    listening: after,
  } = run([...listening, ...lost, ...lost, ...lost, ...lost, disconnected()], patient);
  expect(timeouts.slice(0, 4)).toEqual(tuning.reconnectDelaysMs.slice(0, 4));
  expect(effects.filter(({ type }) => type === 'session-failed')).toHaveLength(1);
  expect(after.captions).toEqual({ phase: 'off' });
});

test('a session that expired is followed by another at once', () => {
  const failure: Failure = { cause: 'error', code: 3008, text: 'Session expired' };
  const { timeouts } = run([...listening, session({ type: 'disconnected', failure })], patient);
  expect(timeouts).toEqual([0]);
});

test('Begin resets the count of failed attempts', () => {
  const { listening: after } = run([...listening, disconnected(), timeout(), begin()], patient);
  expect(after.segments[0]?.failedAttempts).toBe(0);
});

test('while it reconnects, the status shows how many seconds of sound wait', () => {
  const { status } = run([...listening, captured(80_000, loud), disconnected()], patient);
  expect(status).toEqual({ phase: 'reconnecting', heldSeconds: 5 });
});

test('sound that an outage outlasted is reported as dropped, and the rest is sent again', () => {
  const outageSamples = samplesIn(tuning.heldMs + 30_000);
  const { effects, frames } = run(
    [...listening, disconnected(), captured(outageSamples, loud), timeout(), begin()],
    patient,
  );
  const heldFrom = outageSamples - samplesIn(tuning.heldMs);
  expect(effects).toContainEqual(
    expect.objectContaining({
      effect: { type: 'dropped', unfinal: { startSample: 0, endSample: heldFrom } },
    }),
  );
  expect(frames[0]?.startSample).toBe(heldFrom);
});

test('an outage that is shorter than the memory drops no sound', () => {
  const { effects } = run(
    [
      ...listening,
      disconnected(),
      captured(samplesIn(tuning.heldMs - 1_000), loud),
      timeout(),
      begin(),
    ],
    patient,
  );
  expect(JSON.stringify(effects)).not.toContain('dropped');
});

test('sound that comes without a connection waits for the next one', () => {
  const { frames } = run(
    [
      ...listening,
      disconnected(),
      captured(8_000, loud),
      timeout(),
      captured(9_600, loud),
      begin(),
    ],
    patient,
  );
  expect(frames.map(({ startSample }) => startSample)).toEqual(
    Array.from({ length: 12 }, (_, index) => index * 800),
  );
});

describe('a connection that comes back late', () => {
  const speech = (from: number, to: number) =>
    Array.from({ length: (to - from) / 1_600 }, (_, index) =>
      captured(from + (index + 1) * 1_600, loud),
    );
  const outage = [
    ...listening,
    disconnected(),
    ...speech(320, 80_320),
    captured(96_000),
    ...speech(96_000, 112_000),
    timeout(),
    begin(),
  ];

  test('sends the gap in one session, and live speech in another', () => {
    const pace = Array.from({ length: 40 }, () => session({ type: 'timeout' }));
    const { listening: after, frames } = run([...outage, begin(1), ...pace], patient);
    const [gap, live] = after.segments;
    expect(gap).toMatchObject({ id: 0, phase: 'settling' });
    expect(live).toMatchObject({ id: 1, phase: 'streaming' });
    expect(live?.startSample).toBe(gap?.untilSample);
    // Both meet in a pause: no sample between them is missing, and none is sent twice.
    expect(frames.filter(({ segment }) => segment === 0).at(-1)?.endSample).toBe(gap?.untilSample);
    expect(frames.find(({ segment }) => segment === 1)?.startSample).toBe(gap?.untilSample);
    expect(gap?.untilSample).toBeGreaterThanOrEqual(80_320);
    expect(gap?.untilSample).toBeLessThanOrEqual(96_000);
  });

  test('waits for the text of the gap as long as the gap lasted', () => {
    const { timeouts } = run(outage, patient);
    expect(timeouts.at(-1)).toBeGreaterThan(5_000);
  });

  test('puts the text of the gap before that of live speech', () => {
    const { effects } = run(
      [...outage, begin(1), turn('Now.', { id: 1 }), turn('Then.', { id: 0 })],
      patient,
    );
    const ids = effects.flatMap((effect) =>
      effect.type === 'segment' && effect.effect.type === 'turn' ? [effect.effect.turn] : [],
    );
    const [now, then] = ids;
    expect(then?.id).toBeLessThan(now?.id ?? 0);
  });

  test('does not hand over to another session before words that are final and are sent again', () => {
    // A partial whose begin is reported early moves the start of the replay before the last pause.
    const said = [
      ...listening,
      captured(3_200, loud),
      captured(48_000),
      captured(49_600, loud),
      turn('So.', { endMs: 200 }),
      turn('Hold.', { order: 1, startMs: 3_000, endMs: 3_100 }),
      turn('a', { order: 2, isFinal: false, startMs: 2_600, endMs: 3_300 }),
      disconnected(),
      ...speech(49_600, 148_800),
      timeout(),
      begin(),
    ];
    const { listening: after } = run(said, patient);
    expect(after.segments).toHaveLength(1);
    expect(after.segments[0]?.spoken.overlap).toMatchObject([{ text: 'Hold.' }]);
    expect(run([captured(160_000)], after).listening.segments).toHaveLength(2);
  });

  test('hands over at the next pause if the gap has none', () => {
    const without = [...listening, disconnected(), ...speech(320, 112_320), timeout(), begin()];
    expect(run(without, patient).listening.segments).toHaveLength(1);
    const { listening: after } = run([...without, captured(120_000)], patient);
    const half = 120_000 - (120_000 - 112_320) / 2;
    expect(after.segments).toMatchObject([{ untilSample: half }, { startSample: half }]);
  });
});

test('a renewal hands over to the next session in the middle of a pause, not within a word', () => {
  const renew = { type: 'renew-session' } as const;
  const speaking = [...listening, captured(16_000, loud), renew, captured(32_000, loud)];
  expect(run(speaking).listening.segments).toHaveLength(1);
  const { listening: after } = run([...speaking, captured(48_000)]);
  expect(after.segments).toMatchObject([
    { phase: 'settling', untilSample: 40_000 },
    { phase: 'streaming', startSample: 40_000 },
  ]);
});
