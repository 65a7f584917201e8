import { describe, expect, test } from 'vitest';
import { dictate, end, final, refused, released, run, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  dialled,
  disconnected,
  listening,
  loud,
  message,
  micClosed,
  quiet,
  termination,
  timeout,
  turn,
} from './run.fixture.ts';
import { initialListening } from './step.ts';

const patient = { ...quiet, options: { maxAttempts: 9, warmMs: 0 } };
const warm = initialListening({ maxAttempts: 2, warmMs: 20_000 });
const stop: ListeningEvent = { type: 'stop' };

/** Captions that went on in another session after a pause. */
const renewed: ListeningEvent[] = [
  ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
  ...[captured(32_000), begin(1)],
];
const chunks = (from: number, to: number, level: number): ListeningEvent[] =>
  Array.from({ length: Math.ceil((to - from) / 1_600) }, (_, index) =>
    captured(Math.min(to, from + (index + 1) * 1_600), level),
  );

describe('the session of the next dictation', () => {
  test('is the newest one with pending words', () => {
    const both: ListeningEvent[] = [
      ...[dictate(), ...listening.slice(1), captured(16_000, loud)],
      ...[{ type: 'renew-session' } as const, captured(32_000), begin(1), captured(48_000, loud)],
      ...[end, captured(48_000 + tailSamples), dictate(2), captured(64_000, loud)],
    ];
    const { sessions, frames } = run(both);
    expect(sessions).toBe(2);
    expect(frames.at(-1)).toMatchObject({ segment: 1 });
  });

  test('is not that of captions whose text is pending', () => {
    const heard = [...listening, stop, captured(320 + tailSamples)];
    expect(run([...heard, micClosed, dictate()]).sessions).toBe(2);
  });

  test('is that of the last dictation, even while the text of older captions is pending', () => {
    const { sessions } = run([
      ...[...listening, stop, captured(320 + tailSamples), micClosed],
      ...[dictate(), begin(1), captured(20_000, loud), end, captured(20_000 + tailSamples)],
      dictate(2),
    ]);
    expect(sessions).toBe(2);
  });

  test('is a new one if there was much sound between the two', () => {
    const after = (samples: number) =>
      run([...released, micClosed, captured(16_320 + tailSamples + samples), dictate(2)]).sessions;
    expect(after(tailSamples)).toBe(1);
    expect(after(tailSamples + 1)).toBe(2);
  });

  test('is a new one if that of the last dictation is over, while older captions wait for their text', () => {
    const { sessions } = run([
      ...[...listening, stop, captured(320 + tailSamples), micClosed],
      ...[dictate(), begin(1), captured(20_000, loud), end, captured(20_000 + tailSamples)],
      ...[turn('Hi.', { id: 1, endMs: 1_090 }), termination(1), dictate(2)],
    ]);
    expect(sessions).toBe(3);
  });

  test('is a new one if that of the last dictation ends, because its model loses forced words', () => {
    const model = 'universal-streaming-english';
    const ends: ListeningEvent[] = [dictate(), dialled(model), ...released.slice(1)];
    expect(run(ends).sent).toEqual(['Terminate']);
    expect(run([...ends, dictate(2)]).sessions).toBe(2);
  });

  test('is a new one if it needs one of its own, and the warm one ends', () => {
    const kept: ListeningEvent[] = [...released, final, micClosed];
    expect(run([...kept, dictate(2)], warm).sessions).toBe(1);
    const apart: ListeningEvent = { type: 'dictate', id: 2, isApart: true };
    const { sessions, sent } = run([...kept, apart], warm);
    expect(sessions).toBe(2);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('is also a new one of its own while the words of the last dictation are pending', () => {
    const apart: ListeningEvent = { type: 'dictate', id: 2, isApart: true };
    expect(run([...released, apart]).sessions).toBe(2);
  });
});

describe('only the session that the next start can reuse is kept warm', () => {
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

describe('a connection that comes back late', () => {
  /** Speech while there is no connection, up to the pause in which it is retried. */
  const outage: ListeningEvent[] = [
    ...[...listening, disconnected(), ...chunks(320, 80_320, loud), captured(96_000)],
    ...[...chunks(96_000, 112_000, loud), timeout()],
  ];

  test('hands over when it is open, and not when it fails again', () => {
    expect(run([...outage, disconnected()], patient).sessions).toBe(2);
    const error = message({ type: 'Error', error_code: 3005, error: 'Try again' });
    expect(run([...outage, error], patient).sessions).toBe(2);
    expect(run([...outage, begin()], patient).sessions).toBe(3);
  });

  test('receives all sound if captions have stopped', () => {
    expect(run([...outage, stop, begin()], patient).sessions).toBe(2);
  });

  test('hands over after words that are sent again, and emits those once', () => {
    // A partial whose begin is reported early moves the start of the replay before final words.
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
    const emitted = effects.flatMap((effect) =>
      effect.type === 'segment' && effect.effect.type === 'turn' ? [effect.effect.turn.text] : [],
    );
    expect(sessions).toBe(3);
    expect(emitted).toEqual(['So.', 'Hold.', 'a']);
  });

  test('after a moment gets no second session, however long captions were on without speech', () => {
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

  test('waits for the next pause if it has to end the turn of captions before a dictation first', () => {
    const pressed: ListeningEvent[] = [
      ...[...listening, disconnected(), ...chunks(320, 48_320, loud), captured(64_000)],
      ...[...chunks(64_000, 80_000, loud), captured(83_200), dictate()],
      ...[...chunks(83_200, 99_200, loud), timeout(), begin()],
    ];
    expect(run(pressed, patient).sessions).toBe(2);
    expect(run([...pressed, captured(115_200)], patient).sessions).toBe(3);
  });

  test('hands over nothing if the only pause is before the sound that waits', () => {
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

describe('nothing happens', () => {
  test('for a session that is over', () => {
    const { listening: after } = run([...listening, refused(), micClosed]);
    expect(run([timeout(), disconnected(), turn('Late.')], after).effects).toEqual([]);
  });

  test('for a renewal, until the pause', () => {
    const speaking = run([...listening, captured(16_000, loud)]).listening;
    expect(run([{ type: 'renew-session' }], speaking).effects).toEqual([]);
  });
});
