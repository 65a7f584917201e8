import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ServerMessage } from './server-message.ts';
import { begin, captured, message, run } from './session.fixture.ts';
import { beginSession, stepSession } from './session.ts';
import type { Session, SessionEvent } from './session-state.ts';

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

test('the rest after the last frame is not sent ahead of the pace', () => {
  const [waiting] = stepSession(beginSession(0, { burstMs: 50, rate: 0 })[0], captured(1_200));
  const [, effects] = stepSession(waiting, message(begin));
  expect(effects.filter(({ type }) => type === 'send-audio')).toMatchObject([{ endSample: 800 }]);
});

test('the rest after the last frame is sent with it if the pace just allows it', () => {
  const [waiting] = stepSession(beginSession(0, { burstMs: 75, rate: 0 })[0], captured(1_200));
  const [, effects] = stepSession(waiting, message(begin));
  expect(effects.filter(({ type }) => type === 'send-audio')).toMatchObject([{ endSample: 1_200 }]);
});

test('Begin is reported with the configuration of the session, if the service names it', () => {
  const configuration = {
    ...{ model: 'u3-rt-pro', mode: null, domain: null, voiceFocus: null, filterProfanity: null },
  };
  const began = { type: 'began', id: 'one', expiresAtS: 0 };
  expect(run([message(begin)]).effects).toContainEqual({ ...began, configuration: null });
  expect(run([message({ ...begin, configuration })]).effects).toContainEqual({
    ...began,
    configuration,
  });
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

test('if the end moves to an earlier sample, a request after it sends no later sound', () => {
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

test('a request while connecting follows the sound that was captured by then', () => {
  const { effects } = run([
    captured(900),
    { type: 'flush' },
    { type: 'force-endpoint' },
    message(begin),
  ]);
  expect(effects.slice(-4)).toMatchObject([
    { type: 'began' },
    { type: 'send-audio', endSample: 900, padToSample: 900 },
    { type: 'send', message: { type: 'ForceEndpoint' } },
    { type: 'endpoint-forced', sample: 900 },
  ]);
});

test('ForceEndpoint is sent at once in an open session, and sound goes on', () => {
  const { sent, frames } = run([message(begin), { type: 'force-endpoint' }, captured(800)]);
  expect(sent).toEqual(['ForceEndpoint']);
  expect(frames).toHaveLength(1);
  expect(run([message(begin), captured(400), { type: 'force-endpoint' }]).sent).toEqual(sent);
});

test('Terminate ends the sending; turns still in flight arrive until Termination', () => {
  const turn: ServerMessage = {
    type: 'Turn',
    turn_order: 0,
    end_of_turn: true,
    transcript: 'Last words.',
    words: [],
  };
  const { session, effects, frames, sent } = run([
    message(begin),
    { type: 'terminate' },
    captured(1600),
    message(turn),
    message({ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 1 }),
  ]);
  expect(frames).toEqual([]);
  expect(sent).toEqual(['Terminate']);
  expect(effects).toContainEqual(expect.objectContaining({ type: 'turn', turn }));
  expect(effects.at(-1)).toEqual({
    type: 'ended',
    failure: null,
    durations: { sessionSeconds: 1, audioSeconds: 1 },
  });
  expect(session.phase).toBe('closed');
});

test('a Termination that never comes is given up after a timeout', () => {
  const { effects } = run([message(begin), { type: 'terminate' }, { type: 'timeout' }]);
  expect(effects).toContainEqual({
    type: 'set-session-timeout',
    timeoutMs: tuning.terminationTimeoutMs,
  });
  expect(effects.at(-1)).toEqual({ type: 'ended', failure: null, durations: null });
});

test('before Begin, sound and requests only wait', () => {
  const { effects } = run([
    ...[captured(900), { type: 'flush' } as const, { type: 'force-endpoint' } as const],
    ...[{ type: 'finish' } as const, { type: 'skip-to', sample: 1_000 } as const],
  ]);
  expect(effects).toEqual([{ type: 'set-session-timeout', timeoutMs: tuning.connectTimeoutMs }]);
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

test('a session that ends closes its socket', () => {
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

test('a session that has to end before Begin is over at once, without a failure', () => {
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

test('a Termination without a request is a loss, and its time is still counted', () => {
  expect(run([message(begin), message(termination)]).effects.at(-1)).toEqual({
    type: 'ended',
    failure: { cause: 'closed', code: 1000 },
    durations: { sessionSeconds: 3, audioSeconds: 2 },
  });
});

test.each<[string, SessionEvent[], SessionEvent]>([
  ['speech before Begin', [], message({ type: 'SpeechStarted', timestamp: 0 })],
  ['a skip of nothing before Begin', [captured(900)], { type: 'skip-to', sample: 900 }],
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

test('a connection that is lost while a session ends is no failure', () => {
  const failure = { cause: 'closed', code: 1006 } as const;
  const events: SessionEvent[] = [message(begin), { type: 'disconnected', failure }];
  expect(run(events).effects.at(-1)).toMatchObject({ type: 'ended', failure });
  expect(run(events.slice(1)).effects.at(-1)).toMatchObject({ type: 'ended', failure });
  const ending: SessionEvent[] = [message(begin), { type: 'terminate' }, events[1] ?? captured(0)];
  expect(run(ending).effects.at(-1)).toMatchObject({ type: 'ended', failure: null });
});
