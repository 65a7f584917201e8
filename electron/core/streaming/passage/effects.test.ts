import { expect, test } from 'vitest';
import { tuning } from '../../tuning.ts';
import { noVoice } from '../../voice/voice.ts';
import type { ServerMessage } from '../server-message.ts';
import type { Passage, PassageEffect, PassageEvent } from './passage.ts';
import { beginPassage, stepPassage } from './step.ts';

/* What a passage has to have done at each step: exactly that. */
const after = (
  passage: Passage,
  events: PassageEvent[],
  warmMs = 0,
): { passage: Passage; effects: PassageEffect[] } =>
  events.reduce<{ passage: Passage; effects: PassageEffect[] }>(
    ({ passage: from }, event) => {
      const [next, effects] = stepPassage(from, event, {
        voice: noVoice,
        maxAttempts: 5,
        warmMs,
        isLiveElsewhere: false,
      });
      return { passage: next, effects };
    },
    { passage, effects: [] },
  );

const message = (value: ServerMessage): PassageEvent => ({
  type: 'session',
  event: { type: 'message', message: value },
});
const begin = message({ type: 'Begin', id: 'one', expires_at: 0 });
const final = (order: number): PassageEvent =>
  message({
    type: 'Turn',
    turn_order: order,
    end_of_turn: true,
    transcript: 'Hi.',
    words: [{ text: 'Hi.', start: 0, end: 40 }],
  });
const nothing = message({
  ...{ type: 'Turn', turn_order: 7, end_of_turn: true, transcript: '', words: [] },
});
const termination = message({
  ...{ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 1 },
});
const captured: PassageEvent = { type: 'captured', toSample: 800 };
const endAt = (sample: number): PassageEvent => ({ type: 'end-at', sample });
const stopTimer: PassageEffect = { type: 'set-timeout', timeoutMs: null };

const [connecting] = beginPassage(0, 0);
const streaming = after(connecting, [captured, begin]).passage;
const settled = after(streaming, [endAt(800), { type: 'timeout' }], 20_000).passage;
const over = after(streaming, [{ type: 'abandon' }, termination]).passage;

const types = ({ effects }: { effects: PassageEffect[] }) => effects.map(({ type }) => type);

test('a final while it goes on is a turn and nothing more', () => {
  expect(types(after(streaming, [final(0)]))).toEqual(['turn']);
  expect(types(after(streaming, [nothing]))).toEqual([]);
});

test('while it goes on there is nothing to let go of, and no time to be up', () => {
  for (const type of ['release', 'timeout'] as const)
    expect(after(streaming, [{ type }])).toEqual({ passage: streaming, effects: [] });
});

test('an end that is still to come changes nothing yet, and one that is reached asks for finals', () => {
  expect(after(streaming, [endAt(1_600)]).effects).toEqual([]);
  // What was captured before Begin went out in one go, and is worked off as fast as it was said.
  expect(after(streaming, [endAt(800)]).effects).toEqual([
    { type: 'send', message: { type: 'ForceEndpoint' } },
    { type: 'set-timeout', timeoutMs: tuning.finalTimeoutMs + 50 },
  ]);
});

test('an end that is reached before the service has begun waits for it', () => {
  const ended = after(connecting, [captured, endAt(800)]);
  expect(ended.effects).toEqual([]);
  expect(types(after(ended.passage, [begin])).sort()).toEqual([
    ...['began', 'send', 'send-audio', 'set-session-timeout', 'set-timeout'],
  ]);
});

test('when no final comes it is settled, and kept for as long as is wanted', () => {
  expect(after(streaming, [endAt(800), { type: 'timeout' }], 20_000).effects).toEqual([
    { type: 'settled' },
    { type: 'set-timeout', timeoutMs: 20_000 },
  ]);
});

test('what is kept goes on without its timer, and is let go of by it', () => {
  expect(after(settled, [{ type: 'go-on', startSample: 1_600 }]).effects).toEqual([stopTimer]);
  for (const type of ['timeout', 'release'] as const)
    expect(after(settled, [{ type }])).toMatchObject({
      passage: { phase: 'ending' },
      effects: [
        stopTimer,
        { type: 'send', message: { type: 'Terminate' } },
        { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
      ],
    });
});

test('a late final of what is kept adds to it, and one without words does not', () => {
  expect(types(after(settled, [final(0)]))).toEqual(['turn', 'settled']);
  expect(types(after(settled, [nothing]))).toEqual([]);
});

test('what is kept and breaks off is over, and its timer is stopped', () => {
  const broken = after(settled, [
    { type: 'session', event: { type: 'disconnected', failure: { cause: 'closed', code: 1006 } } },
  ]);
  expect(broken.passage.phase).toBe('over');
  expect(broken.effects).toContainEqual(stopTimer);
});

test('what is abandoned ends its session, and what is over hears nothing any more', () => {
  expect(after(streaming, [{ type: 'abandon' }]).passage.phase).toBe('abandoned');
  expect(over.phase).toBe('over');
  for (const type of ['abandon', 'release', 'timeout', 'force-endpoint'] as const)
    expect(after(over, [{ type }])).toEqual({ passage: over, effects: [] });
});
