import { expect, test } from 'vitest';
import type { Status } from '#shared/status.ts';
import { tuning } from '../tuning.ts';
import { firstReplaySample, firstUnfinalSample } from './replay-window.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  micClosed,
  quiet,
  run,
  timeout,
  turn,
} from './run.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { isSameStatus, listeningStatusOf } from './status.ts';

const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };
const neededAfter = (...events: ListeningEvent[]): number =>
  firstReplaySample(run(events, patient).listening);

test('nothing is shown before the first event', () => {
  expect(listeningStatusOf(quiet)).toEqual({ phase: 'idle' });
});

test('a stop that reconnects is still finishing', () => {
  const { status } = run(
    [
      ...listening,
      captured(80_000, loud),
      { type: 'stop' },
      captured(80_000 + tuning.tailMs * 16),
      micClosed,
      disconnected(),
    ],
    patient,
  );
  expect(status).toEqual({ phase: 'finishing' });
});

test('seconds with final text are not counted as waiting', () => {
  const said: ListeningEvent[] = [...listening, captured(80_000, loud), captured(128_000)];
  const { status } = run([...said, turn('Hi.', { endMs: 5_000 }), disconnected()], patient);
  expect(status).toEqual({ phase: 'reconnecting', heldSeconds: 1 });
});

test('captions are reconnecting while any of their sound waits for a connection', () => {
  const renewed: ListeningEvent[] = [
    ...listening,
    captured(16_000, loud),
    { type: 'renew-session' },
    captured(32_000),
  ];
  const { status } = run([...renewed, begin(1), disconnected(0)], patient);
  expect(status.phase).toBe('reconnecting');
});

/** Sound of a level, second by second. */
const seconds = (from: number, to: number, level: number): ListeningEvent[] =>
  Array.from({ length: to - from }, (_, index) => captured((from + index + 1) * 16_000, level));

/** Captions whose sound from a sample on goes to another session. */
const handedOverAt = (sample: number): ListeningEvent[] => [
  ...[...listening, ...seconds(0, 2, loud), { type: 'renew-session' } as const],
  ...[captured(sample + 16_000), begin(1)],
];

test('seconds in an older session that have no text yet are shown, if they are more than three', () => {
  const { status } = run(handedOverAt(48_001), patient);
  expect(status).toEqual({ phase: 'listening', connected: true, catchUpSeconds: 4 });
  expect(run(handedOverAt(48_000), patient).status).toEqual({
    phase: 'listening',
    connected: true,
  });
});

test('seconds in an older session that have final text are not shown', () => {
  const { status } = run(
    [
      ...[...listening, ...seconds(0, 1, loud), turn('Hi.', { endMs: 1_000 })],
      ...[...seconds(1, 27, 0), ...seconds(27, 32, loud)],
      ...[{ type: 'renew-session' } as const, captured(34 * 16_000), begin(1)],
    ],
    patient,
  );
  expect(status).toEqual({ phase: 'listening', connected: true, catchUpSeconds: 7 });
});

test('seconds in the live session are not shown', () => {
  const { status } = run([...listening, ...seconds(0, 10, loud)], patient);
  expect(status).toEqual({ phase: 'listening', connected: true });
});

test('seconds of captions that were cancelled are not shown', () => {
  const cancelled: ListeningEvent[] = [...listening, ...seconds(0, 10, loud), { type: 'cancel' }];
  const { status, listening: now } = run(
    [...cancelled, micClosed, { type: 'start' }, captured(176_000), begin(1)],
    patient,
  );
  expect(now.segments).toMatchObject([{ phase: 'abandoned' }, { phase: 'streaming' }]);
  expect(status).toEqual({ phase: 'listening', connected: true });
});

test('captions without any session are not connected', () => {
  expect(
    listeningStatusOf({ ...quiet, microphone: 'open', captions: { phase: 'on', firstTurn: 0 } }),
  ).toEqual({ phase: 'listening', connected: false });
});

test('without a segment no sound is needed', () => {
  expect(neededAfter(captured(9_600))).toBe(9_600);
});

test('sound that was not sent yet is needed, also before Begin', () => {
  expect(neededAfter({ type: 'start' }, captured(48_000))).toBe(0);
  expect(neededAfter(...listening, captured(48_400))).toBe(32_400);
});

test('sound is needed until its text is final', () => {
  const said: ListeningEvent[] = [...listening, captured(80_000, loud), captured(128_000)];
  expect(neededAfter(...said)).toBe(0);
  const final = [...said, turn('Hi.', { startMs: 4_000, endMs: 5_000 })];
  expect(firstUnfinalSample(run(final, patient).listening)).toBeGreaterThan(80_000);
  // The end of the word may be reported late, so sound before it may be needed again.
  expect(neededAfter(...final)).toBe(0);
  expect(neededAfter(...final, captured(80_000 + tuning.quietMs * 16))).toBeGreaterThan(80_000);
  expect(neededAfter(...said, disconnected(), timeout())).toBe(0);
});

test('a warm session needs no sound', () => {
  const kept = run(
    [
      ...[...listening, captured(16_000, loud), { type: 'stop' } as const],
      ...[captured(16_000 + tuning.tailMs * 16), turn('Hi.', { endMs: 1_000 })],
      ...[micClosed, captured(64_000)],
    ],
    { ...quiet, options: { maxAttempts: 2, warmMs: 20_000 } },
  );
  expect(kept.listening.segments).toMatchObject([{ phase: 'settled' }]);
  expect(firstReplaySample(kept.listening)).toBe(64_000);
});

test('sound that waits for a whole frame is needed, even if its words are final', () => {
  const said: ListeningEvent[] = [...listening, captured(16_320, loud)];
  const { listening: now } = run([...said, turn('Hi.', { endMs: 1_020 })], patient);
  expect(firstUnfinalSample(now)).toBe(16_000);
});

const statuses: Status[] = [
  { phase: 'idle' },
  { phase: 'starting' },
  { phase: 'finishing' },
  { phase: 'reconnecting', heldSeconds: 1 },
  { phase: 'reconnecting', heldSeconds: 2 },
  { phase: 'listening', connected: false },
  { phase: 'listening', connected: true },
  { phase: 'listening', connected: true, catchUpSeconds: 4 },
  { phase: 'listening', connected: true, catchUpSeconds: 5 },
];

test.each(statuses)('the windows show %o like itself and like no other status', (status) => {
  expect(statuses.filter((other) => isSameStatus(status, { ...other }))).toEqual([status]);
});
