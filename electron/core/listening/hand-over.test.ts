import { describe, expect, test } from 'vitest';
import { run as runAll, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  quiet,
  timeout,
  turn,
} from './run.fixture.ts';

const patient = { ...quiet, options: { maxAttempts: 9, warmMs: 0 } };
const run = (events: readonly ListeningEvent[], from = patient) => runAll(events, from);

/** What the last event causes, besides sound that is sent. */
const causedBy = (event: ListeningEvent, before: readonly ListeningEvent[]) =>
  run([event], run(before).listening).types.filter((type) => type !== 'send-audio');

const renew: ListeningEvent = { type: 'renew-session' };
const speech = (from: number, to: number): ListeningEvent[] =>
  Array.from({ length: (to - from) / 1_600 }, (_, index) =>
    captured(from + (index + 1) * 1_600, loud),
  );

test('a hand-over begins a session, and then ends the turn of the one before', () => {
  const renewed = [...listening, captured(16_000, loud), renew];
  expect(causedBy(captured(32_000, loud), renewed)).toEqual([]);
  expect(causedBy(captured(32_000), renewed)).toEqual([
    ...['connect', 'set-session-timeout', 'send', 'set-timeout'],
  ]);
});

describe('a session that begins late', () => {
  /** Sound that waits for Begin, with a pause of a second in it. */
  const waits = (toSample: number): ListeningEvent[] => [
    ...[{ type: 'start' } as const, captured(16_000, loud), captured(32_000)],
    captured(toSample, loud),
  ];

  test('hands over if more than three seconds of sound wait', () => {
    expect(run([...waits(48_000), begin()]).sessions).toBe(1);
    expect(run([...waits(48_001), begin()]).sessions).toBe(2);
  });

  test('hands over at the next pause if there was none, or at none if captions have stopped', () => {
    const spoken: ListeningEvent[] = [{ type: 'start' }, ...speech(0, 64_000)];
    const withoutSession = ['set-session-timeout', 'began', 'set-session-timeout'];
    expect(causedBy(begin(), spoken)).toEqual(withoutSession);
    const stopped: ListeningEvent[] = [...waits(64_000), { type: 'stop' }];
    expect(causedBy(begin(), stopped)).toEqual(withoutSession);
    expect(run([...stopped, begin(), captured(64_000 + tailSamples)]).sessions).toBe(1);
  });

  test('hands over after a requested end of a turn that is before the pause', () => {
    const { sessions } = run([
      ...[...listening, captured(16_000, loud), captured(32_000)],
      ...[{ type: 'force-endpoint' } as const, disconnected(), ...speech(32_000, 80_000)],
      ...[captured(96_000), ...speech(96_000, 112_000), timeout(), begin()],
    ]);
    expect(sessions).toBe(3);
  });

  test('keeps the sound of final words that it has to hear again', () => {
    /** The turn of "Hold" stays open, so a new session also hears "on" again, which is final. */
    const said: ListeningEvent[] = [
      ...[...listening, captured(3_200, loud), captured(48_000), captured(49_600, loud)],
      ...[captured(57_600), captured(59_200, loud), turn('So.', { endMs: 200 })],
      turn('Hold', { order: 1, startMs: 3_000, endMs: 3_100, isFinal: false }),
      turn('on.', { order: 2, startMs: 3_600, endMs: 3_700 }),
    ];
    const outage = [...said, disconnected(), ...speech(59_200, 139_200)];
    expect(run([...outage, timeout(), begin()]).sessions).toBe(2);
    const paused = [...outage, captured(155_200), ...speech(155_200, 171_200)];
    expect(run([...paused, timeout(), begin()]).sessions).toBe(3);
  });

  test('that sends Begin a second time hands over nothing', () => {
    const spoken = [...listening, ...speech(320, 80_320), captured(96_320)];
    expect(run([...spoken, ...speech(96_320, 112_320), begin()]).sessions).toBe(1);
  });
});
