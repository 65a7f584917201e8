import { describe, expect, test } from 'vitest';
import { dictate, end, refused, released, run, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  message,
  micClosed,
  quiet,
  timeout,
  turn,
} from './run.fixture.ts';
import { silent } from './step.ts';

const patient = { ...quiet, options: { maxAttempts: 9, warmMs: 0 } };
const warm = silent({ maxAttempts: 2, warmMs: 20_000 });
const stop: ListeningEvent = { type: 'stop' };

/** Captions that go on in another session since a pause. */
const renewed: ListeningEvent[] = [
  ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
  ...[captured(32_000), begin(1)],
];
const chunks = (from: number, to: number, level: number): ListeningEvent[] =>
  Array.from({ length: Math.ceil((to - from) / 1_600) }, (_, index) =>
    captured(Math.min(to, from + (index + 1) * 1_600), level),
  );

describe('the session of the next dictation', () => {
  test('is the newest in which words are awaited', () => {
    const both: ListeningEvent[] = [
      ...[dictate(), ...listening.slice(1), captured(16_000, loud)],
      ...[{ type: 'renew-session' } as const, captured(32_000), begin(1), captured(48_000, loud)],
      ...[end, captured(48_000 + tailSamples), dictate(2), captured(64_000, loud)],
    ];
    const { sessions, frames } = run(both);
    expect(sessions).toBe(2);
    expect(frames.at(-1)).toMatchObject({ passage: 1 });
  });

  test('is not that of captions whose text is awaited', () => {
    const heard = [...listening, stop, captured(320 + tailSamples)];
    expect(run([...heard, micClosed, dictate()]).sessions).toBe(2);
  });

  test('is that of the last dictation also while older captions are awaited', () => {
    const { sessions } = run([
      ...[...listening, stop, captured(320 + tailSamples), micClosed],
      ...[dictate(), begin(1), captured(20_000, loud), end, captured(20_000 + tailSamples)],
      dictate(2),
    ]);
    expect(sessions).toBe(2);
  });

  test('is a new one where it would have to pass over what was said between', () => {
    const apart: ListeningEvent[] = [...released, micClosed, captured(80_000), dictate(2)];
    expect(run(apart).sessions).toBe(2);
  });
});

describe('only the session that the next start can take up is kept', () => {
  test('while captions go on in another', () => {
    const { sent } = run([...renewed, turn('Hi.', { endMs: 1_000 })], warm);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('and after them', () => {
    const stopped: ListeningEvent[] = [...renewed, captured(48_000, loud), stop];
    const { sent } = run(
      [...stopped, captured(48_000 + tailSamples), turn('Hi.', { endMs: 1_000 })],
      warm,
    );
    expect(sent.at(-1)).toBe('Terminate');
    const kept = run([turn('There.', { id: 1, endMs: 1_000 })], run(stopped, warm).listening);
    expect(kept.sent).not.toContain('Terminate');
  });
});

describe('a line that comes back late', () => {
  /** What is said while there is no line, up to the pause in which it is tried again. */
  const outage: ListeningEvent[] = [
    ...[...listening, disconnected(), ...chunks(320, 80_320, loud), captured(96_000)],
    ...[...chunks(96_000, 112_000, loud), timeout()],
  ];

  test('hands over when it is there, and not when it fails once more', () => {
    expect(run([...outage, disconnected()], patient).sessions).toBe(2);
    const error = message({ type: 'Error', error_code: 3005, error: 'Try again' });
    expect(run([...outage, error], patient).sessions).toBe(2);
    expect(run([...outage, begin()], patient).sessions).toBe(3);
  });

  test('takes everything where nothing more is said', () => {
    expect(run([...outage, stop, begin()], patient).sessions).toBe(2);
  });

  test('hands over behind words that are heard again, and those are told once', () => {
    // A partial that is told to begin early has the replay begin before what is final.
    const { sessions, effects } = run(
      [
        ...[...listening, captured(3_200, loud), captured(48_000), captured(49_600, loud)],
        ...[turn('So.', { endMs: 200 }), turn('Hold.', { order: 1, startMs: 3_000, endMs: 3_100 })],
        turn('a', { order: 2, isFinal: false, startMs: 2_600, endMs: 3_300 }),
        ...[disconnected(), ...chunks(49_600, 100_000, loud), captured(116_000)],
        ...[...chunks(116_000, 148_800, loud), timeout(), begin(), begin(1)],
        turn('Hold.', { startMs: 1_400, endMs: 1_500 }),
      ],
      patient,
    );
    const told = effects.flatMap((effect) =>
      effect.type === 'passage' && effect.effect.type === 'turn' ? [effect.effect.turn.text] : [],
    );
    expect(sessions).toBe(3);
    expect(told).toEqual(['So.', 'Hold.', 'a']);
  });

  test('after a moment goes on, however long captions have been on and silent', () => {
    const { sessions } = run(
      [
        ...[...listening, ...chunks(320, 160_000, loud), turn('Hi.', { endMs: 9_980 })],
        ...[captured(592_000), disconnected(), ...chunks(592_000, 600_000, loud)],
        ...[captured(608_000), ...chunks(608_000, 612_000, loud), timeout(), begin()],
      ],
      patient,
    );
    expect(sessions).toBe(2);
  });

  test('hands over nothing where the only pause is before what waits', () => {
    const { sessions } = run(
      [
        ...[...listening, ...chunks(320, 16_000, loud), turn('Hi.', { endMs: 980 })],
        ...[captured(464_000), disconnected(), ...chunks(464_000, 576_000, loud)],
        ...[timeout(), begin()],
      ],
      patient,
    );
    expect(sessions).toBe(2);
  });
});

describe('nothing is to be done', () => {
  test('for a session that is over', () => {
    const { listening: after } = run([...listening, refused(), micClosed]);
    expect(run([timeout(), disconnected(), turn('Late.')], after).effects).toEqual([]);
  });

  test('for a renewal, until the pause', () => {
    const speaking = run([...listening, captured(16_000, loud)]).listening;
    expect(run([{ type: 'renew-session' }], speaking).effects).toEqual([]);
  });
});
