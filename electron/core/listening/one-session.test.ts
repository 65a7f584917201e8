import { describe, expect, test } from 'vitest';
import type { Failure } from '../assemblyai/failure.ts';
import { tuning } from '../tuning.ts';
import { run as runAll, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  micClosed,
  quiet,
  session,
  termination,
  timeout,
  turn,
} from './run.fixture.ts';

/* An account that allows one session at a time refuses each further one. */

const failure: Failure = { cause: 'error', code: 1008, text: 'Too many concurrent sessions' };
const tooMany = (id: number): ListeningEvent => session({ type: 'disconnected', failure }, id);

const patient = { ...quiet, options: { maxAttempts: 9, warmMs: 0 } };
const run = (events: readonly ListeningEvent[], from = patient) => runAll(events, from);

/** What a step does in one segment. */
const done = (event: ListeningEvent, before: readonly ListeningEvent[], segment: number) =>
  run([event], run(before).listening).effects.flatMap((effect) => {
    if (effect.type !== 'segment' || effect.id !== segment) return [];
    return effect.effect.type === 'send' ? [effect.effect.message.type] : [effect.effect.type];
  });

const stop: ListeningEvent = { type: 'stop' };
const start: ListeningEvent = { type: 'start' };
/** Captions up to a sample stop, and others begin. */
const again = (sample: number): ListeningEvent[] => [
  ...[captured(sample), stop, captured(sample + tailSamples), micClosed, start],
  captured(sample + 2 * tailSamples),
];

/** What a refused session does on its own. */
const retried = ['set-session-timeout', 'disconnect', 'session-over', 'lost', 'set-timeout'];

/** The last words of captions are pending in session 0, and captions go on in session 1. */
const pending: ListeningEvent[] = [...listening, ...again(9_600)];
const refused: ListeningEvent[] = [...pending, tooMany(1)];
/** Live speech has the session, and session 0 waits. */
const waiting: ListeningEvent[] = [...refused, termination(0), timeout(1), begin(1)];
/** Live speech is over, and its last words are there. */
const over: ListeningEvent[] = [
  ...[...waiting, stop, captured(40_000), micClosed],
  turn('There.', { id: 1 }),
];

describe('live speech whose session is refused', () => {
  test('gets the session in which older words are pending', () => {
    expect(done(tooMany(1), pending, 0)).toEqual(['Terminate', 'set-session-timeout']);
    expect(done(tooMany(1), pending, 1)).toEqual(retried);
  });

  test('leaves it alone if the connection was only lost', () => {
    expect(done(disconnected(1), pending, 0)).toEqual([]);
  });

  test('requests it once, however often it is refused', () => {
    expect(done(tooMany(1), [...refused, timeout(1)], 0)).toEqual([]);
  });

  test('is retried, if no other session is open', () => {
    const { types } = run([tooMany(0)], run(listening).listening);
    expect(types).toEqual(retried);
  });

  test('gets nothing from captions that were cancelled', () => {
    const cancelled: ListeningEvent[] = [...listening, { type: 'cancel' }, micClosed, start];
    expect(done(tooMany(1), cancelled, 0)).toEqual([]);
  });
});

describe('older words whose session live speech has', () => {
  test('wait until live speech is over', () => {
    expect(done(timeout(0), waiting, 0)).toEqual(['set-timeout']);
    expect(run([timeout(0)], run(waiting).listening).timeouts).toEqual([tuning.yieldedMs]);
    expect(done(timeout(0), over, 0)).toEqual(['set-timeout']);
    expect(done(timeout(0), [...over, termination(1)], 0)).toContain('connect');
  });

  test('do not wait for live speech whose session is only kept warm', () => {
    const warm = { ...patient, options: { maxAttempts: 9, warmMs: 20_000 } };
    const kept = run(over, warm).listening;
    expect(kept.segments).toMatchObject([{ phase: 'settling' }, { phase: 'settled' }]);
    expect(run([timeout(0)], kept).sessions).toBe(1);
  });

  test('become text then', () => {
    const { effects } = run([...over, termination(1), timeout(0), begin(0), turn('Hi.')]);
    expect(effects.filter(({ type }) => type === 'finished').at(-1)).toMatchObject({
      ...{ firstTurn: 0, lastSegment: 0 },
    });
  });
});

describe('older words whose session is refused', () => {
  const lost: ListeningEvent[] = [...pending, begin(1), disconnected(0), timeout(0)];

  test('give way to live speech', () => {
    const { timeouts } = run([tooMany(0)], run(lost).listening);
    expect(timeouts.at(-1)).toBe(tuning.yieldedMs);
    expect(done(tooMany(0), lost, 1)).toEqual([]);
  });

  test('take no session from words that are older still', () => {
    const three: ListeningEvent[] = [...pending, begin(1), ...again(32_000), begin(2)];
    const middle: ListeningEvent[] = [...three, disconnected(1), timeout(1)];
    expect(done(tooMany(1), middle, 0)).toEqual([]);
    expect(run([tooMany(1)], run(middle).listening).timeouts.at(-1)).toBe(tuning.yieldedMs);
  });
});
