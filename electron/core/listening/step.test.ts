import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  listening,
  loud,
  micClosed,
  quiet,
  run,
  termination,
  turn,
} from './run.fixture.ts';

test('starting opens the microphone before anything else', () => {
  expect(run([{ type: 'start' }]).types).toEqual([
    'open-microphone',
    'record',
    'started',
    'connect',
    'set-session-timeout',
  ]);
});

test('the status shows starting, listening and whether the service answered', () => {
  expect(run([{ type: 'start' }]).status).toEqual({ phase: 'starting' });
  expect(run([{ type: 'start' }, captured(320)]).status).toEqual({
    phase: 'listening',
    connected: false,
  });
  expect(run(listening).status).toEqual({ phase: 'listening', connected: true });
});

test('a second start does nothing', () => {
  expect(run([{ type: 'start' }, { type: 'start' }]).types).toEqual(run([{ type: 'start' }]).types);
});

test('a toggle starts, and the next one stops', () => {
  expect(run([{ type: 'toggle' }]).types).toContain('connect');
  expect(run([...listening, { type: 'toggle' }]).status).toEqual({ phase: 'finishing' });
});

test('a toggle that stops hands the text over', () => {
  const { types } = run([
    ...[...listening, { type: 'toggle' } as const, captured(320 + tuning.tailMs * 16)],
    turn('Hi.'),
  ]);
  expect(types).toContain('finished');
});

test('ForceEndpoint goes out at once while captions go on, and only then', () => {
  expect(run([...listening, { type: 'force-endpoint' }]).sent).toEqual(['ForceEndpoint']);
  expect(run([{ type: 'force-endpoint' }]).effects).toEqual([]);
});

test('cancelling ends the session and hands no text over', () => {
  const { types, sent, status } = run([...listening, { type: 'cancel' }]);
  expect(sent).toEqual(['Terminate']);
  expect(types).not.toContain('finished');
  expect(status).toEqual({ phase: 'idle' });
});

test('a session that was cancelled is not followed by another, however it ends', () => {
  const { listening: after, types } = run([
    ...listening,
    { type: 'cancel' },
    { type: 'segment', id: 0, event: { type: 'session', event: { type: 'timeout' } } },
    micClosed,
  ]);
  expect(after.segments).toEqual([]);
  expect(types.filter((type) => type === 'connect')).toHaveLength(1);
});

describe('a level check', () => {
  const check = (isOn: boolean) => ({ type: 'check-level', isOn }) as const;

  test('opens the microphone and no session', () => {
    expect(run([check(true), captured(320)]).types).toEqual(['open-microphone']);
    expect(run([check(true), captured(320), check(false)]).types).toEqual([
      'open-microphone',
      'close-microphone',
    ]);
  });

  test('also ends with a cancel', () => {
    const { types } = run([check(true), captured(320), { type: 'cancel' }]);
    expect(types).toContain('close-microphone');
  });

  test('is recorded from the start of captions on', () => {
    const { types } = run([check(true), captured(320), { type: 'start' }]);
    expect(types.slice(0, 3)).toEqual(['open-microphone', 'record', 'started']);
  });

  test('does nothing while captions are on', () => {
    expect(run([...listening, check(true)]).listening.isCheckingLevel).toBe(false);
  });

  test('does not send its sound to the captions that follow', () => {
    const { frames } = run([
      check(true),
      captured(1_600),
      { type: 'start' },
      captured(3_200),
      begin(),
    ]);
    expect(frames[0]).toMatchObject({ startSample: 1_600 });
  });
});

describe('a warm session', () => {
  const warm = { ...quiet, options: { maxAttempts: 2, warmMs: 20_000 } };
  const stopped = [
    ...listening,
    { type: 'stop' },
    captured(320 + tuning.tailMs * 16),
    micClosed,
    turn('Hi.'),
  ] as const;

  test('is not terminated before its timeout', () => {
    const kept = run([...stopped], warm);
    expect(kept.sent).toEqual(['ForceEndpoint']);
    expect(kept.timeouts.at(-1)).toBe(20_000);
    expect(kept.status).toEqual({ phase: 'idle' });
    expect(
      run([{ type: 'segment', id: 0, event: { type: 'timeout' } }], kept.listening).sent,
    ).toEqual(['Terminate']);
  });

  test('receives the sound after the next start, and not the sound in between', () => {
    const {
      types,
      frames,
      listening: after,
    } = run([...stopped, { type: 'start' }, captured(9_600), captured(12_800)], warm);
    expect(types.filter((type) => type === 'connect')).toHaveLength(1);
    expect(frames.at(-1)).toMatchObject({ segment: 0, endSample: 12_320 });
    expect(after.captions).toMatchObject({ phase: 'on', firstTurn: 1 });
  });

  test('ends before sleep', () => {
    expect(run([...stopped, { type: 'close' }], warm).sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('is not kept after a stop for sleep, but again after the next start', () => {
    const closed = [
      ...listening,
      { type: 'close' },
      captured(320 + tuning.tailMs * 16),
      micClosed,
      turn('Hi.'),
    ] as const;
    expect(run([...closed], warm).sent).toEqual(['ForceEndpoint', 'Terminate']);
    const { listening: again } = run([...closed, termination(), { type: 'start' }], warm);
    expect(again.isClosing).toBe(false);
  });

  test('that is lost is not reconnected', () => {
    const { types, listening: after } = run(
      [
        ...stopped,
        {
          type: 'segment',
          id: 0,
          event: {
            type: 'session',
            event: { type: 'disconnected', failure: { cause: 'closed', code: 1006 } },
          },
        },
      ],
      warm,
    );
    expect(after.segments).toEqual([]);
    expect(types).not.toContain('lost');
    expect(types).not.toContain('session-failed');
  });
});

describe('voice', () => {
  /** Five words of a second, each followed by its final and half a minute of silence. */
  const words = [0, 1, 2, 3, 4].flatMap((order): ListeningEvent[] => {
    const second = 1 + order * 31;
    const silence = Array.from({ length: 30 }, (_, index) =>
      captured((second + 2 + index) * 16_000),
    );
    return [
      ...[captured(second * 16_000), captured((second + 1) * 16_000, loud)],
      turn('Hi.', { order, startMs: second * 1_000, endMs: (second + 1) * 1_000 }),
      ...silence,
    ];
  });
  const voicedFrom = (events: readonly ListeningEvent[]) =>
    run(events).listening.voice.stretches.map(({ startSample }) => startSample);

  test('is forgotten once its words are final, except the newest', () => {
    expect(voicedFrom([...listening, ...words])).toEqual([94 * 16_000, 125 * 16_000]);
  });

  test('since the start of a dictation is kept: it decides which words belong to the dictation', () => {
    const dictate: ListeningEvent = { type: 'dictate', id: 1 };
    expect(voicedFrom([...listening, dictate, ...words])).toHaveLength(5);
    const later = words.length * (3 / 5);
    const beside = [...listening, ...words.slice(0, later), dictate, ...words.slice(later)];
    expect(voicedFrom(beside)).toEqual([63 * 16_000, 94 * 16_000, 125 * 16_000]);
  });
});

test('after a stop, Termination confirms the text, and then nothing is open', () => {
  const { listening: off, status } = run([
    ...listening,
    { type: 'stop' },
    captured(320 + tuning.tailMs * 16),
    turn('Hi.'),
    micClosed,
    termination(),
  ]);
  expect(off).toMatchObject({ captions: { phase: 'off' }, microphone: 'closed', segments: [] });
  expect(status).toEqual({ phase: 'idle' });
});
