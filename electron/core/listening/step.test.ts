import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ServerMessage } from '../streaming/server-message.ts';
import type { Listening, ListeningEffect, ListeningEvent } from './listening.ts';
import { statusOf } from './status.ts';
import { silent, stepListening } from './step.ts';

const tailSamples = tuning.tailMs * 16;

/** Runs events and gathers what has to be done, session effects by their own type. */
function run(events: ListeningEvent[], from: Listening = silent) {
  let listening = from;
  const effects: ListeningEffect[] = [];
  for (const event of events) {
    const [next, more] = stepListening(listening, event);
    listening = next;
    effects.push(...more);
  }
  const types = effects.map((effect) =>
    effect.type === 'session' ? effect.effect.type : effect.type,
  );
  const sent = effects.flatMap((effect) =>
    effect.type === 'session' && effect.effect.type === 'send' ? [effect.effect.message.type] : [],
  );
  return { listening, effects, types, sent, status: statusOf(listening) };
}

const message = (value: ServerMessage): ListeningEvent => ({
  type: 'session',
  event: { type: 'message', message: value },
});
const begin = message({ type: 'Begin', id: 'one', expires_at: 0 });
const final = message({
  type: 'Turn',
  turn_order: 0,
  end_of_turn: true,
  transcript: 'Hi.',
  words: [],
});
const partial = message({
  type: 'Turn',
  turn_order: 0,
  end_of_turn: false,
  transcript: 'Hi',
  words: [],
});
const termination = message({
  type: 'Termination',
  audio_duration_seconds: 1,
  session_duration_seconds: 1,
});
const captured = (toSample: number): ListeningEvent => ({ type: 'captured', toSample });
const micClosed: ListeningEvent = { type: 'microphone-closed' };
const listening: ListeningEvent[] = [{ type: 'start' }, captured(320), begin];
const problem = { code: 'no-microphone', sentence: 'No microphone was found.' };

test('starting opens the microphone before anything else', () => {
  expect(run([{ type: 'start' }]).types).toEqual([
    'open-microphone',
    'record',
    'started',
    'connect',
    'set-timeout',
  ]);
});

test('the status tells starting, listening and whether the service answered', () => {
  expect(run([{ type: 'start' }]).status).toEqual({ phase: 'starting' });
  expect(run([{ type: 'start' }, captured(320)]).status).toEqual({
    phase: 'listening',
    connected: false,
  });
  expect(run(listening).status).toEqual({ phase: 'listening', connected: true });
});

test('starting twice is starting once', () => {
  expect(run([{ type: 'start' }, { type: 'start' }]).types).toEqual(run([{ type: 'start' }]).types);
});

describe('a stop', () => {
  const stopped = [...listening, { type: 'stop' } as const];
  const heard = [...stopped, captured(320 + tailSamples)];

  test('hears the tail out, then ends the turn and closes the microphone', () => {
    expect(run(stopped).sent).toEqual([]);
    expect(run(stopped).status).toEqual({ phase: 'finishing' });
    const { types, sent } = run(heard);
    expect(sent).toEqual(['ForceEndpoint']);
    expect(types.filter((type) => type === 'close-microphone')).toHaveLength(1);
  });

  test('sends every sample of the tail and none after it', () => {
    const { effects } = run([...stopped, captured(320 + tailSamples + 5000)]);
    const ends = effects.flatMap((effect) =>
      effect.type === 'session' && effect.effect.type === 'send-audio'
        ? [effect.effect.endSample]
        : [],
    );
    expect(ends.at(-1)).toBe(320 + tailSamples);
  });

  test('waits for the final turn, not for a partial, then terminates the session', () => {
    expect(run([...heard, partial]).types).not.toContain('finished');
    const { types, sent } = run([...heard, final]);
    expect(types).toContain('finished');
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('does not wait for a final that never comes beyond its bound', () => {
    expect(run(heard).effects).toContainEqual({
      type: 'set-timeout',
      timeoutMs: tuning.finalTimeoutMs,
    });
    const { types, sent } = run([...heard, { type: 'timeout' }]);
    expect(types).toContain('finished');
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('does not wait for the tail of a microphone that delivers nothing', () => {
    expect(run([...stopped, { type: 'timeout' }]).sent).toEqual(['ForceEndpoint']);
  });

  test('before Begin keeps what was said and counts its bound from ForceEndpoint', () => {
    const early = [
      { type: 'start' },
      captured(320),
      { type: 'stop' },
      captured(320 + tailSamples),
    ] as const;
    expect(run([...early]).sent).toEqual([]);
    expect(run([...early]).effects).not.toContainEqual({
      type: 'set-timeout',
      timeoutMs: tuning.finalTimeoutMs,
    });
    const { sent, effects } = run([...early, begin]);
    expect(sent).toEqual(['ForceEndpoint']);
    expect(effects).toContainEqual({ type: 'set-timeout', timeoutMs: tuning.finalTimeoutMs });
  });

  test('is complete with Termination: all is off', () => {
    const { listening: off, status } = run([...heard, final, micClosed, termination]);
    expect(off.captions).toEqual({ phase: 'off' });
    expect(off.microphone).toBe('closed');
    expect(status).toEqual({ phase: 'idle' });
  });

  test('finishes once', () => {
    const { types } = run([...heard, final, termination, { type: 'timeout' }]);
    expect(types.filter((type) => type === 'finished')).toHaveLength(1);
  });

  test('hands the text over again when a later turn becomes final before Termination', () => {
    const { types } = run([...heard, final, final, termination]);
    expect(types.filter((type) => type === 'finished')).toHaveLength(2);
  });
});

describe('starting again while the last words are being finished', () => {
  const again = [
    ...listening,
    { type: 'stop' },
    captured(320 + tailSamples),
    { type: 'start' },
  ] as const;

  test('opens the microphone at once and connects from there when the session has ended', () => {
    const startSample = 320 + tailSamples;
    const { effects, types } = run([...again, micClosed, captured(9000), final, termination]);
    expect(types.filter((type) => type === 'open-microphone')).toHaveLength(2);
    expect(effects).toContainEqual({ type: 'connect', startSample });
  });

  test('loses no sample between the two sessions', () => {
    const startSample = 320 + tailSamples;
    const { effects } = run([...again, micClosed, captured(9000), final, termination, begin]);
    const starts = effects.flatMap((effect) =>
      effect.type === 'session' && effect.effect.type === 'send-audio'
        ? [effect.effect.startSample]
        : [],
    );
    expect(starts).toContain(startSample);
  });

  test('and stopping once more ends the second one, too', () => {
    const { sent, status } = run([
      ...again,
      micClosed,
      captured(9000),
      { type: 'stop' },
      captured(9000 + tailSamples),
      final,
      termination,
      begin,
    ]);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate', 'ForceEndpoint']);
    expect(status).toEqual({ phase: 'finishing' });
  });
});

test('a toggle starts, and the next one stops', () => {
  expect(run([{ type: 'toggle' }]).types).toContain('connect');
  expect(run([...listening, { type: 'toggle' }]).status).toEqual({ phase: 'finishing' });
});

test('ForceEndpoint goes out at once while captions go on, and only then', () => {
  expect(run([...listening, { type: 'force-endpoint' }]).sent).toEqual(['ForceEndpoint']);
  expect(run([{ type: 'force-endpoint' }]).effects).toEqual([]);
});

test('a recording that is at its end is finished like a stop without a tail', () => {
  expect(run([...listening, captured(900), micClosed]).sent).toEqual(['ForceEndpoint']);
});

test('cancelling ends the session without a finish', () => {
  const { types, sent } = run([...listening, { type: 'cancel' }]);
  expect(sent).toEqual(['Terminate']);
  expect(types).not.toContain('finished');
});

test('a microphone that fails is named once, and what was heard is made final', () => {
  const { effects, sent, types } = run([
    ...listening,
    { type: 'microphone-failed', problem },
    final,
    termination,
  ]);
  expect(effects.filter((effect) => effect.type === 'problem')).toEqual([
    { type: 'problem', problem },
  ]);
  expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  // Nobody asked for a stop, so nobody's clipboard is touched.
  expect(types).not.toContain('finished');
});

test('a microphone that fails during a stop does not cost the text', () => {
  const { types } = run([
    ...listening,
    { type: 'stop' },
    { type: 'microphone-failed', problem },
    final,
  ]);
  expect(types).toContain('finished');
});

test('a microphone that fails while it closes is no news', () => {
  const stopped = [...listening, { type: 'stop' }, captured(320 + tailSamples)] as const;
  const { types } = run([...stopped, { type: 'microphone-failed', problem }, final]);
  expect(types).not.toContain('problem');
  expect(types).toContain('finished');
});

test('a microphone that fails while connecting leaves nothing open', () => {
  const { listening: after, types } = run([
    { type: 'start' },
    { type: 'microphone-failed', problem },
  ]);
  expect(after).toMatchObject({
    captions: { phase: 'off' },
    microphone: 'closed',
    session: { phase: 'closed' },
  });
  expect(types.filter((type) => type === 'open-microphone')).toHaveLength(1);
});

test('a session that fails closes the microphone and is named; the next start works', () => {
  const failure = { cause: 'unreachable', reason: 'ECONNREFUSED' } as const;
  const { listening: after, effects } = run([
    ...listening,
    { type: 'session', event: { type: 'disconnected', failure } },
    micClosed,
  ]);
  expect(effects).toContainEqual({ type: 'session-failed', failure });
  expect(after).toMatchObject({ captions: { phase: 'off' }, microphone: 'closed' });
  expect(run([{ type: 'start' }], after).types).toContain('connect');
});

test('words that were said are still handed over when the connection breaks during a stop', () => {
  const { types } = run([
    ...listening,
    { type: 'stop' },
    { type: 'session', event: { type: 'disconnected', failure: { cause: 'closed', code: 1006 } } },
  ]);
  expect(types).toContain('finished');
});

test('cancelling ends a check of the level, too', () => {
  const { listening: after } = run([
    { type: 'check-level', isOn: true },
    captured(320),
    { type: 'cancel' },
    micClosed,
  ]);
  expect(after.microphone).toBe('closed');
});

test('captions that start during a check of the level are recorded from then on', () => {
  const { types } = run([{ type: 'check-level', isOn: true }, captured(320), { type: 'start' }]);
  expect(types.slice(0, 3)).toEqual(['open-microphone', 'record', 'started']);
});

test('checking the level opens the microphone and no session', () => {
  const { types } = run([{ type: 'check-level', isOn: true }, captured(320)]);
  expect(types).toEqual(['open-microphone']);
  expect(
    run([{ type: 'check-level', isOn: true }, captured(320), { type: 'check-level', isOn: false }])
      .types,
  ).toEqual(['open-microphone', 'close-microphone']);
});
