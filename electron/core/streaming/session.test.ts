import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ServerMessage } from './server-message.ts';
import { beginSession, stepSession, type Session, type SessionEvent } from './session.ts';

const begin: ServerMessage = { type: 'Begin', id: 'one', expires_at: 0 };
const message = (value: ServerMessage): SessionEvent => ({ type: 'message', message: value });

/** Runs events through a session that starts at sample `startSample`. */
function run(events: SessionEvent[], startSample = 0) {
  let [session, effects] = beginSession(startSample);
  for (const event of events) {
    const [next, more] = stepSession(session, event);
    session = next;
    effects = [...effects, ...more];
  }
  const frames = effects.filter((effect) => effect.type === 'send-audio');
  const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.message.type] : []));
  return { session, effects, frames, sent };
}

const captured = (toSample: number): SessionEvent => ({ type: 'captured', toSample });

test('sound captured before Begin is kept and sent in order after it', () => {
  const waiting = run([captured(320), captured(2000)]);
  expect(waiting.frames).toEqual([]);

  const open = run([captured(320), captured(2000), message(begin), captured(2800)]);
  expect(open.frames.map(({ startSample, endSample }) => [startSample, endSample])).toEqual([
    [0, 800],
    [800, 2000],
    [2000, 2800],
  ]);
});

test('a frame is 50 ms: shorter ones wait for more sound', () => {
  expect(run([message(begin), captured(799)]).frames).toEqual([]);
  expect(run([message(begin), captured(799), captured(1119)]).frames).toHaveLength(1);
});

test('a session that begins within a chunk sends every later chunk as soon as it is captured', () => {
  const events = [captured(3_200), message(begin), captured(4_000), captured(4_800)];
  const { frames } = run(events, 1_000);
  expect(frames.map(({ startSample, endSample }) => [startSample, endSample])).toEqual([
    [1_000, 1_800],
    [1_800, 3_200],
    [3_200, 4_000],
    [4_000, 4_800],
  ]);
});

test('what is left behind the last frame is not sent ahead of the pace', () => {
  const [waiting] = stepSession(beginSession(0, { burstMs: 50, rate: 0 })[0], captured(1_200));
  const [, effects] = stepSession(waiting, message(begin));
  expect(effects.filter(({ type }) => type === 'send-audio')).toMatchObject([{ endSample: 800 }]);
});

test('a session that starts later sends nothing from before its start', () => {
  const { frames } = run([message(begin), captured(48_800)], 48_000);
  expect(frames).toMatchObject([{ startSample: 48_000, endSample: 48_800 }]);
});

test('the remainder of a frame is padded with silence to the shortest one the service takes', () => {
  const { frames } = run([message(begin), captured(900), { type: 'flush' }]);
  expect(frames).toEqual([
    { type: 'send-audio', startSample: 0, endSample: 800, padToSample: 800 },
    { type: 'send-audio', startSample: 800, endSample: 900, padToSample: 1600 },
  ]);
});

test('where the end turns out to be earlier, nothing behind it is sent for what was asked there', () => {
  const { frames, sent } = run([
    captured(4_000),
    { type: 'force-endpoint' },
    captured(1_600),
    message(begin),
  ]);
  expect(frames.at(-1)).toMatchObject({ endSample: 1_600 });
  expect(sent).toEqual(['ForceEndpoint']);
});

test('flushing twice sends the remainder once', () => {
  const { frames } = run([message(begin), captured(900), { type: 'flush' }, { type: 'flush' }]);
  expect(frames).toHaveLength(2);
});

test('what is asked for while connecting follows the sound that was captured by then', () => {
  const { effects } = run([
    captured(900),
    { type: 'flush' },
    { type: 'force-endpoint' },
    message(begin),
  ]);
  expect(effects.slice(-3)).toMatchObject([
    { type: 'began' },
    { type: 'send-audio', endSample: 900, padToSample: 900 },
    { type: 'send', message: { type: 'ForceEndpoint' } },
  ]);
});

test('ForceEndpoint is sent at once in an open session, and sound goes on', () => {
  const { sent, frames } = run([message(begin), { type: 'force-endpoint' }, captured(800)]);
  expect(sent).toEqual(['ForceEndpoint']);
  expect(frames).toHaveLength(1);
});

test('Terminate ends the sending; turns still in flight arrive until Termination', () => {
  const turn: ServerMessage = {
    type: 'Turn',
    turn_order: 0,
    end_of_turn: true,
    transcript: 'Last words.',
    words: [],
  };
  const { session, effects, frames } = run([
    message(begin),
    { type: 'terminate' },
    captured(1600),
    message(turn),
    message({ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 1 }),
  ]);
  expect(frames).toEqual([]);
  expect(effects).toContainEqual(expect.objectContaining({ type: 'turn', turn }));
  expect(effects.at(-1)).toEqual({
    type: 'ended',
    failure: null,
    durations: { sessionSeconds: 1, audioSeconds: 1 },
  });
  expect(session.phase).toBe('closed');
});

test('a Termination that never comes is not waited for beyond its bound', () => {
  const { effects } = run([message(begin), { type: 'terminate' }, { type: 'timeout' }]);
  expect(effects).toContainEqual({
    type: 'set-session-timeout',
    timeoutMs: tuning.terminationTimeoutMs,
  });
  expect(effects.at(-1)).toEqual({ type: 'ended', failure: null, durations: null });
});

test('a service that does not begin in time is given up', () => {
  expect(run([{ type: 'timeout' }]).effects.at(-1)).toEqual({
    type: 'ended',
    failure: { cause: 'timed-out' },
    durations: null,
  });
});

test.each<[string, SessionEvent[]]>([
  ['before Begin', []],
  ['after Begin', [message(begin)]],
])('an Error frame %s ends the session with its own code and text', (_when, before) => {
  const error: ServerMessage = { type: 'Error', error_code: 1008, error: 'Unauthorized' };
  const { effects } = run([
    ...before,
    message(error),
    { type: 'disconnected', failure: { cause: 'closed', code: 1008 } },
  ]);
  expect(effects.filter((effect) => effect.type === 'ended')).toEqual([
    {
      type: 'ended',
      failure: { cause: 'error', code: 1008, text: 'Unauthorized' },
      durations: null,
    },
  ]);
});

test('a closed session reacts to nothing', () => {
  const closed: Session = { phase: 'closed' };
  expect(stepSession(closed, message(begin))).toEqual([closed, []]);
  expect(stepSession(closed, { type: 'force-endpoint' })).toEqual([closed, []]);
});

test('no timer runs while a session is open, nor after it ended', () => {
  const timersOf = (events: SessionEvent[]) =>
    run(events).effects.flatMap((effect) =>
      effect.type === 'set-session-timeout' ? [effect.timeoutMs] : [],
    );
  expect(timersOf([message(begin)])).toEqual([tuning.connectTimeoutMs, null]);
  expect(timersOf([{ type: 'timeout' }])).toEqual([tuning.connectTimeoutMs, null]);
});

test('a session that ended has its socket closed', () => {
  expect(run([{ type: 'terminate' }]).effects).toContainEqual({ type: 'disconnect' });
  expect(run([message(begin), message(termination)]).effects).toContainEqual({
    type: 'disconnect',
  });
});

const termination: ServerMessage = {
  type: 'Termination',
  audio_duration_seconds: 2,
  session_duration_seconds: 3,
};

test('a session that is asked to end before Begin is over at once, and that is no failure', () => {
  expect(run([captured(900), { type: 'terminate' }, message(begin)])).toMatchObject({
    session: { phase: 'closed' },
    sent: [],
    frames: [],
  });
  expect(run([{ type: 'terminate' }]).effects.at(-1)).toEqual({
    type: 'ended',
    failure: null,
    durations: null,
  });
});

test('a Termination that nobody asked for is a loss, and its time is counted all the same', () => {
  expect(run([message(begin), message(termination)]).effects.at(-1)).toEqual({
    type: 'ended',
    failure: { cause: 'closed', code: 1000 },
    durations: { sessionSeconds: 3, audioSeconds: 2 },
  });
});

test.each<[string, SessionEvent[], SessionEvent]>([
  ['speech before Begin', [], message({ type: 'SpeechStarted', timestamp: 0 })],
  ['a skip before Begin', [captured(900)], { type: 'skip-to', sample: 5_000 }],
  ['speech that started', [message(begin)], message({ type: 'SpeechStarted', timestamp: 0 })],
  ['a time that is over', [message(begin)], { type: 'timeout' }],
  [
    'an Error while it ends',
    [message(begin), { type: 'terminate' }],
    message({ type: 'Error', error_code: 1011, error: '' }),
  ],
  ['a request while it ends', [message(begin), { type: 'terminate' }], { type: 'terminate' }],
  ['a remainder of nothing', [message(begin), captured(800)], { type: 'flush' }],
])('%s changes nothing', (_what, before, event) => {
  const { session } = run(before);
  expect(stepSession(session, event)).toEqual([session, []]);
});

test('a line that breaks while a session ends is its end', () => {
  const failure = { cause: 'closed', code: 1006 } as const;
  const events: SessionEvent[] = [message(begin), { type: 'disconnected', failure }];
  expect(run(events).effects.at(-1)).toMatchObject({ type: 'ended', failure });
  const ending: SessionEvent[] = [message(begin), { type: 'terminate' }, events[1] ?? captured(0)];
  expect(run(ending).effects.at(-1)).toMatchObject({ type: 'ended', failure: null });
});

test('what is skipped is not sent, and what follows begins a frame of its own', () => {
  const { frames } = run([
    message(begin),
    captured(800),
    { type: 'skip-to', sample: 8_000 },
    captured(8_800),
  ]);
  expect(frames.map(({ startSample }) => startSample)).toEqual([0, 8_000]);
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

  test('goes on by a timer once nothing more is captured', () => {
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

  test('is ahead of what is asked for behind it', () => {
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

  test('is sent although speech goes on before all of it was', () => {
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

  test('is sent more slowly after the service has called it too fast', () => {
    const [next] = beginSession(0, tuning.paces[2]);
    const [waiting] = stepSession(next, captured(60 * second));
    const [, effects] = stepSession(waiting, message(begin));
    expect(effects.filter(({ type }) => type === 'send-audio')).toHaveLength(10);
  });
});
