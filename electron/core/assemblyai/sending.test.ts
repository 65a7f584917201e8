import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { begin, captured, message, run } from './session.fixture.ts';
import { beginSession, stepSession } from './session.ts';
import type { SessionEvent } from './session-state.ts';

test('skipped sound is not sent, and later sound begins a new frame', () => {
  const { frames } = run([
    message(begin),
    captured(800),
    { type: 'skip-to', sample: 8_000 },
    captured(8_800),
  ]);
  expect(frames.map(({ startSample }) => startSample)).toEqual([0, 8_000]);
});

test.each<[string, SessionEvent[]]>([
  ['sound before it waits for the pace', [captured(64_000), message(begin)]],
  ['it waits for Begin', [captured(64_000)]],
  ['sound after it was sent', [message(begin), captured(64_100), captured(64_000)]],
])('skipped sound is never sent, also if %s', (_what, before) => {
  const { frames } = run([
    ...[...before, { type: 'flush' } as const, { type: 'force-endpoint' } as const],
    ...[{ type: 'skip-to', sample: 160_000 } as const, message(begin)],
    ...Array.from({ length: 200 }, (_, index) => captured(160_000 + (index + 1) * 800)),
  ]);
  const skipped = frames.filter(({ endSample }) => endSample > 64_100 && endSample <= 160_000);
  expect(skipped).toEqual([]);
  expect(frames.some(({ endSample }) => endSample >= 64_000 && endSample <= 64_100)).toBe(true);
  expect(frames.at(-1)?.endSample).toBe(160_000 + 200 * 800);
  expect(frames.every(({ startSample, endSample }) => endSample - startSample <= 1_600)).toBe(true);
});

test('what a request has padded stays padded, though more sound follows', () => {
  const padded = { startSample: 0, endSample: 500, padToSample: 800 };
  const events = [captured(500), { type: 'flush' } as const, captured(2_000)];
  expect(run([...events, message(begin)]).frames[0]).toMatchObject(padded);
  const goesOn: SessionEvent = { type: 'skip-to', sample: 2_000 };
  expect(run([...events, goesOn, message(begin)]).frames[0]).toMatchObject(padded);
});

describe('a session that has to finish', () => {
  const seconds = 16_000;
  const finish: SessionEvent = { type: 'finish' };
  const ticks = Array.from({ length: 10 }, (): SessionEvent => ({ type: 'timeout' }));

  test('ends once all sound is sent', () => {
    const { session, effects, sent } = run([message(begin), captured(800), finish]);
    expect(session.phase).toBe('terminating');
    expect(sent).toEqual(['Terminate']);
    expect(effects.slice(-3)).toMatchObject([
      { type: 'send-audio', endSample: 800 },
      { type: 'send', message: { type: 'Terminate' } },
      { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
    ]);
  });

  test('sends the sound that waits first', () => {
    const events = [captured(4 * seconds), finish, message(begin)];
    expect(run(events).sent).toEqual([]);
    const { frames, sent } = run([...events, ...ticks]);
    expect(frames.at(-1)?.endSample).toBe(4 * seconds);
    expect(sent).toEqual(['Terminate']);
  });

  test('does not end if it goes on after all', () => {
    const goesOn: SessionEvent = { type: 'skip-to', sample: 4 * seconds };
    const { frames, sent } = run([captured(4 * seconds), finish, goesOn, message(begin), ...ticks]);
    expect(frames.at(-1)?.endSample).toBe(4 * seconds);
    expect(sent).toEqual([]);
  });
});

test('a turn that ends before skipped sound is ended before later sound is sent', () => {
  const { effects } = run([
    ...[captured(64_000), { type: 'flush' } as const, { type: 'force-endpoint' } as const],
    ...[{ type: 'skip-to', sample: 160_000 } as const, message(begin)],
    ...Array.from({ length: 100 }, (_, index) => captured(160_000 + (index + 1) * 800)),
  ]);
  const forced = effects.findIndex(({ type }) => type === 'endpoint-forced');
  const later = effects.findIndex((one) => one.type === 'send-audio' && one.startSample >= 160_000);
  expect(effects[forced]).toEqual({ type: 'endpoint-forced', sample: 64_000 });
  expect(forced).toBeGreaterThan(0);
  expect(later).toBeGreaterThan(forced);
});

describe('sound that waited', () => {
  const second = 16_000;
  const tick: SessionEvent = { type: 'timeout' };
  const sentAfter = (...events: SessionEvent[]): number =>
    run([captured(60 * second), message(begin), ...events]).frames.length * 50;

  test('is sent at once up to three seconds of it, the rest at 1.25 times real time', () => {
    expect(sentAfter()).toBe(3_000);
    const live = Array.from({ length: 40 }, (_, index) =>
      captured(60 * second + index * 400 + 400),
    );
    expect(sentAfter(...live)).toBe(3_000 + 1_250);
  });

  test('is sent by a timer once nothing more is captured', () => {
    const ticks = 1_000 / tuning.paceTickMs;
    const { effects } = run([captured(60 * second), message(begin)]);
    expect(effects.at(-1)).toEqual({ type: 'set-session-timeout', timeoutMs: tuning.paceTickMs });
    expect(sentAfter(...Array.from({ length: ticks }, () => tick))).toBe(3_000 + 1_250);
    const all = run([
      ...[captured(4 * second), message(begin)],
      ...Array.from({ length: 10 }, () => tick),
    ]);
    expect(all.frames).toHaveLength(80);
    expect(all.effects.filter(({ type }) => type === 'set-session-timeout').at(-1)).toEqual({
      type: 'set-session-timeout',
      timeoutMs: null,
    });
  });

  test('waits for the timer also if it is a single frame', () => {
    const events = [captured(3 * second + 800), message(begin)];
    expect(run(events).effects.at(-1)).toEqual({
      ...{ type: 'set-session-timeout', timeoutMs: tuning.paceTickMs },
    });
    expect(run([...events, { type: 'force-endpoint' }]).sent).toEqual([]);
  });

  test('is sent before the requests that follow it', () => {
    const asked: SessionEvent[] = [
      captured(4 * second + 100),
      { type: 'flush' },
      { type: 'force-endpoint' },
      message(begin),
    ];
    expect(run(asked).sent).toEqual([]);
    const { frames, sent } = run([...asked, ...Array.from({ length: 10 }, () => tick)]);
    expect(frames.at(-1)).toMatchObject({ endSample: 4 * second + 100 });
    expect(sent).toEqual(['ForceEndpoint']);
  });

  test('is sent completely even if speech goes on meanwhile', () => {
    const { frames } = run([
      ...[captured(4 * second), message(begin), { type: 'flush' } as const],
      { type: 'skip-to', sample: 4 * second },
      ...Array.from({ length: 100 }, (_, index) => captured(4 * second + (index + 1) * 400)),
    ]);
    expect(frames.map(({ startSample }) => startSample)).toEqual(
      frames.map((_, index) => index * 800),
    );
    expect(frames.at(-1)?.endSample).toBeGreaterThan(6 * second);
  });

  describe('where the session goes on after a ForceEndpoint', () => {
    /** The pace leaves 500 samples before the ForceEndpoint: too few for a frame. */
    const endSample = 3 * second + 500;
    const rest = 3 * second;
    const goesOn: SessionEvent[] = [
      ...[captured(endSample), { type: 'flush' } as const, { type: 'force-endpoint' } as const],
      ...[{ type: 'skip-to', sample: endSample } as const, message(begin)],
    ];

    test('is sent before it in a frame that goes on, without silence', () => {
      expect(run(goesOn).sent).toEqual([]);
      const { frames, effects } = run([...goesOn, captured(endSample + 400)]);
      expect(frames.at(-1)).toMatchObject({
        ...{ startSample: rest, endSample: rest + 800, padToSample: rest + 800 },
      });
      expect(effects.slice(-3)).toMatchObject([
        { type: 'send', message: { type: 'ForceEndpoint' } },
        { type: 'endpoint-forced', sample: endSample },
        { type: 'set-session-timeout', timeoutMs: null },
      ]);
    });

    test('is sent before it as soon as there is a frame', () => {
      const { frames, sent } = run([...goesOn, captured(rest + 800)]);
      expect(frames.at(-1)).toMatchObject({ startSample: rest, endSample: rest + 800 });
      expect(sent).toEqual(['ForceEndpoint']);
    });

    test('needs nothing more if all of it was sent', () => {
      const { effects } = run([
        ...[captured(1_600), { type: 'flush' } as const, { type: 'force-endpoint' } as const],
        ...[{ type: 'skip-to', sample: 1_600 } as const, message(begin)],
      ]);
      expect(effects.slice(-3)).toEqual([
        { type: 'send-audio', startSample: 800, endSample: 1_600, padToSample: 1_600 },
        { type: 'send', message: { type: 'ForceEndpoint' } },
        { type: 'endpoint-forced', sample: 1_600 },
      ]);
    });

    test('is padded if the sound ends before there is a frame', () => {
      const { frames, sent } = run([
        ...[...goesOn, captured(endSample + 100)],
        ...[{ type: 'flush' } as const, { type: 'force-endpoint' } as const],
      ]);
      expect(frames.slice(-2)).toMatchObject([
        { startSample: rest, endSample, padToSample: rest + 800 },
        { startSample: endSample, endSample: endSample + 100 },
      ]);
      expect(sent).toEqual(['ForceEndpoint', 'ForceEndpoint']);
    });
  });

  test('is sent more slowly after the service has called it too fast', () => {
    const [next] = beginSession(0, tuning.paces[2]);
    const [waiting] = stepSession(next, captured(60 * second));
    const [, effects] = stepSession(waiting, message(begin));
    expect(effects.filter(({ type }) => type === 'send-audio')).toHaveLength(10);
  });
});
