import { describe, expect, test } from 'vitest';
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
  termination,
  timeout,
  turn,
} from '../listening/run.fixture.ts';
import type { ListeningEvent } from '../listening/listening.ts';
import { tuning } from '../tuning.ts';
import { beginSegment } from './step.ts';

const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };
const warm = { ...quiet, options: { maxAttempts: 50, warmMs: 20_000 } };
const tailSamples = tuning.tailMs * 16;

/** Captions that were stopped at a sample, after their microphone closed. */
const stoppedAt = (sample: number): ListeningEvent[] => [
  { type: 'stop' },
  captured(sample + tailSamples),
  micClosed,
];

describe('a warm session', () => {
  const short: ListeningEvent[] = [...listening, captured(1_280, loud), ...stoppedAt(1_280)];

  test('is kept warm after silence', () => {
    const { listening: after } = run([...listening, ...stoppedAt(320), timeout()], warm);
    expect(after.segments).toMatchObject([{ phase: 'settled' }]);
  });

  test('is not kept warm while a first word, however short, may still be missing', () => {
    const { listening: after, sent } = run([...short, timeout()], warm);
    expect(after.segments).toMatchObject([{ phase: 'ending' }]);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('is not kept warm while a word after the last final may still be missing', () => {
    const spoken = [...listening, captured(16_000, loud), ...stoppedAt(16_000)];
    const kept = run([...spoken, turn('Hi.', { endMs: 1_000 })], warm);
    expect(kept.listening.segments).toMatchObject([{ phase: 'settled' }]);
    const owing = run([...spoken, turn('Hi.', { endMs: 700 }), timeout()], warm);
    expect(owing.types).toContain('finished');
    expect(owing.listening.segments).toMatchObject([{ phase: 'ending' }]);
  });

  test('that is lost without the first word is followed by one that recognises it', () => {
    const { frames, types } = run([...short, timeout(), disconnected(), timeout(), begin()], warm);
    expect(types.filter((type) => type === 'connect')).toHaveLength(2);
    expect(frames.filter(({ startSample }) => startSample === 0)).toHaveLength(2);
  });
});

describe('a session that ends without Termination', () => {
  const ending: ListeningEvent[] = [...listening, ...stoppedAt(320), turn('Hi.')];
  const broken = [disconnected(), timeout(), begin(), timeout()];

  test('is followed by another that confirms its last words', () => {
    const { types, status } = run([...ending, ...broken], patient);
    expect(types.filter((type) => type === 'connect')).toHaveLength(2);
    expect(status).toEqual({ phase: 'idle' });
  });

  test('is followed by no more than a few, and that is no failure', () => {
    const often = Array.from({ length: tuning.confirmAttempts + 3 }, () => broken).flat();
    const { types, listening: after } = run([...ending, ...often], patient);
    expect(types.filter((type) => type === 'connect')).toHaveLength(1 + tuning.confirmAttempts);
    expect(types).not.toContain('session-failed');
    expect(after.segments).toEqual([]);
  });

  test('keeps its partial until the end is confirmed', () => {
    const open = [...ending, turn('uh', { order: 1, isFinal: false, startMs: 100, endMs: 120 })];
    const turnsIn = (events: ListeningEvent[]) =>
      run(events, patient).effects.flatMap((effect) =>
        effect.type === 'segment' && effect.effect.type === 'turn' ? [effect.effect.turn] : [],
      );
    expect(turnsIn([...open, disconnected()]).at(-1)).toMatchObject({ text: 'uh', isFinal: false });
    expect(turnsIn([...open, termination()]).at(-1)).toMatchObject({
      id: 1,
      text: '',
      isFinal: true,
    });
  });
});

test('a session that ends without a request is reported as lost, and its time is counted', () => {
  const { effects, timeouts } = run([...listening, termination()], patient);
  expect(effects).toContainEqual({
    type: 'segment',
    id: 0,
    effect: {
      type: 'lost',
      failure: { cause: 'closed', code: 1000 },
      failedAttempts: 1,
    },
  });
  expect(effects).toContainEqual({
    type: 'segment',
    id: 0,
    effect: {
      type: 'session-over',
      failure: { cause: 'closed', code: 1000 },
      durations: { sessionSeconds: 1, audioSeconds: 1 },
    },
  });
  expect(timeouts).toEqual([tuning.reconnectDelaysMs[0]]);
});

test('the delays before an attempt are spread by up to half of themselves', () => {
  const { effects } = run([...listening, disconnected()], patient);
  expect(effects.at(-1)).toMatchObject({ effect: { timeoutMs: 250, jitterMs: 125 } });
});

test('only the first session that expired is followed at once', () => {
  const expired = session({
    type: 'disconnected',
    failure: { cause: 'error', code: 3008, text: 'Session expired' },
  });
  const { timeouts } = run([...listening, expired, timeout(), expired], patient);
  expect(timeouts).toEqual([0, tuning.reconnectDelaysMs[1]]);
});

test('a segment that has ended ignores sound, ForceEndpoint and another end', () => {
  const ended = [...listening, ...stoppedAt(320)];
  const events: Extract<ListeningEvent, { type: 'segment' }>['event'][] = [
    { type: 'captured', toSample: 9_600 },
    { type: 'end-at', sample: 9_600 },
    { type: 'force-endpoint' },
  ];
  const before = run(ended, patient);
  for (const event of events) {
    const after = run([{ type: 'segment', id: 0, event }], before.listening);
    expect(after.effects).toEqual([]);
    expect(after.listening).toEqual(before.listening);
  }
});

test('captions that are cancelled while they reconnect are over at once', () => {
  const { listening: after, types } = run(
    [...listening, disconnected(), { type: 'cancel' }, micClosed, timeout()],
    patient,
  );
  expect(after.segments).toEqual([]);
  expect(types.filter((type) => type === 'connect')).toHaveLength(1);
});

test('the turns of a later segment have higher ids, however many turns a segment has', () => {
  const firstTurnOf = (id: number): number => beginSegment(id, 0)[0].spoken.nextTurnId;
  expect(firstTurnOf(1)).toBeGreaterThan(firstTurnOf(0) + 100_000);
  expect(firstTurnOf(2)).toBeGreaterThan(firstTurnOf(1) + 100_000);
});
