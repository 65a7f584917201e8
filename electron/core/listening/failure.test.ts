import { describe, expect, test } from 'vitest';
import type { Failure } from '../streaming/failure.ts';
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

test('a session that can never work is not tried again: captions end, and it is named', () => {
  const {
    listening: after,
    effects,
    types,
  } = run([...listening, session({ type: 'disconnected', failure: wrongKey }), micClosed], patient);
  expect(effects).toContainEqual({ type: 'session-failed', failure: wrongKey });
  expect(after).toMatchObject({ captions: { phase: 'off' }, microphone: 'closed', passages: [] });
  expect(types.filter((type) => type === 'connect')).toHaveLength(1);
  expect(run([{ type: 'start' }], after).types).toContain('connect');
});

test('a lost line is tried again, each time later, until the attempts are used up', () => {
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

test('a session that only expired is followed at once', () => {
  const failure: Failure = { cause: 'error', code: 3008, text: 'Session expired' };
  const { timeouts } = run([...listening, session({ type: 'disconnected', failure })], patient);
  expect(timeouts).toEqual([0]);
});

test('Begin takes back all patience', () => {
  const { listening: after } = run([...listening, disconnected(), timeout(), begin()], patient);
  expect(after.passages[0]?.failedAttempts).toBe(0);
});

test('while it reconnects, the status tells the seconds that are kept', () => {
  const { status } = run([...listening, captured(80_000, loud), disconnected()], patient);
  expect(status).toEqual({ phase: 'reconnecting', heldSeconds: 5 });
});

test('sound that comes while there is no line waits for the next one', () => {
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

describe('a line that comes back late', () => {
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

  test('hears the gap in one session, and what is said now in another', () => {
    const pace = Array.from({ length: 40 }, () => session({ type: 'timeout' }));
    const { listening: after, frames } = run([...outage, begin(1), ...pace], patient);
    const [gap, live] = after.passages;
    expect(gap).toMatchObject({ id: 0, phase: 'settling' });
    expect(live).toMatchObject({ id: 1, phase: 'streaming' });
    expect(live?.startSample).toBe(gap?.untilSample);
    // From a pause to a pause: between the two no sample is missing, and none is sent twice.
    expect(frames.filter(({ passage }) => passage === 0).at(-1)?.endSample).toBe(gap?.untilSample);
    expect(frames.find(({ passage }) => passage === 1)?.startSample).toBe(gap?.untilSample);
    expect(gap?.untilSample).toBeGreaterThanOrEqual(80_320);
    expect(gap?.untilSample).toBeLessThanOrEqual(96_000);
  });

  test('waits for the gap as long as it took to be said', () => {
    const { timeouts } = run(outage, patient);
    expect(timeouts.at(-1)).toBeGreaterThan(5_000);
  });

  test('puts the gap before what is said now', () => {
    const { effects } = run(
      [...outage, begin(1), turn('Now.', { id: 1 }), turn('Then.', { id: 0 })],
      patient,
    );
    const ids = effects.flatMap((effect) =>
      effect.type === 'passage' && effect.effect.type === 'turn' ? [effect.effect.turn] : [],
    );
    const [now, then] = ids;
    expect(then?.id).toBeLessThan(now?.id ?? 0);
  });

  test('does not hand over words that are final already, and are heard again', () => {
    // A partial that is told to begin early has the replay begin before the last pause.
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
    expect(after.passages).toHaveLength(1);
    expect(after.passages[0]?.spoken.overlap).toMatchObject([{ text: 'Hold.' }]);
    expect(run([captured(160_000)], after).listening.passages).toHaveLength(2);
  });

  test('without a pause in what waits, hands over at the next one', () => {
    const without = [...listening, disconnected(), ...speech(320, 112_320), timeout(), begin()];
    expect(run(without, patient).listening.passages).toHaveLength(1);
    const { listening: after } = run([...without, captured(120_000)], patient);
    expect(after.passages).toMatchObject([{ untilSample: 120_000 }, { startSample: 120_000 }]);
  });
});

test('a session that is renewed hands over in a pause, not in a word', () => {
  const renew = { type: 'renew-session' } as const;
  const speaking = [...listening, captured(16_000, loud), renew, captured(32_000, loud)];
  expect(run(speaking).listening.passages).toHaveLength(1);
  const { listening: after } = run([...speaking, captured(48_000)]);
  expect(after.passages).toMatchObject([
    { phase: 'settling', untilSample: 48_000 },
    { phase: 'streaming', startSample: 48_000 },
  ]);
});
