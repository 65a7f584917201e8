import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, end, released, run, spoken, tailSamples, timedOut } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  pong,
  timeout,
  turn,
} from './run.fixture.ts';

/* A connection that broke with the last word is as silent as a service that recognises no further word. */

/** The voice goes on for a third of a second after the final. */
const likely: ListeningEvent[] = [...released, turn('Hi.', { endMs: 700 })];

const pings = (events: readonly ListeningEvent[], from = run([]).listening): number[] =>
  run(events, from).effects.flatMap((effect) =>
    effect.type === 'segment' && effect.effect.type === 'ping' ? [effect.id] : [],
  );

test('a ping is sent once the wait for what is likely no word is over, and not before', () => {
  expect(pings(likely)).toEqual([]);
  expect(pings([timedOut()], run(likely).listening)).toEqual([0]);
});

test('the pong ends the wait for the dictation', () => {
  const asked = run([...likely, timedOut()]);
  expect(asked.dictated).toEqual([]);
  expect(asked.dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  const { dictated, dictationTimeouts } = run([pong()], asked.listening);
  expect(dictated).toMatchObject([{ id: 1, text: 'Hi.', isComplete: true }]);
  expect(dictationTimeouts).toEqual([null]);
});

test('a pong without a ping ends nothing', () => {
  expect(run([pong()]).effects).toEqual([]);
  expect(run([pong()], run(spoken).listening).effects).toEqual([]);
  expect(run([pong()], run(likely).listening).effects).toEqual([]);
  expect(run([pong(7)], run([...likely, timedOut()]).listening).effects).toEqual([]);
});

/** While captions are on, so that the session does not end; no final covers the voice. */
const open: ListeningEvent[] = [
  ...[...listening, dictate(), captured(16_320, loud), end, captured(16_320 + tailSamples)],
];

test('while captions are on, voice without words is reported as incomplete after two waits', () => {
  expect(pings([...open, timedOut()])).toEqual([]);
  expect(pings([...open, timedOut(), timedOut()])).toEqual([0]);
  const { dictated } = run([...open, timedOut(), timedOut(), pong()]);
  expect(dictated).toMatchObject([{ text: '', isComplete: false }]);
});

test('a partial word is waited for even after the pong', () => {
  const partial = turn('Hi', { endMs: 1_020, isFinal: false });
  expect(pings([...open, partial, timedOut(), timedOut(), timedOut()])).toEqual([]);
  const late = run([...open, timedOut(), timedOut(), partial, pong()]);
  expect(late.dictated).toEqual([]);
  expect(run([turn('Hi.', { endMs: 1_020 })], late.listening).dictated).toMatchObject([
    { text: 'Hi.', isComplete: true },
  ]);
});

test('if a session ends, its Termination replaces the pong', () => {
  expect(pings([...released, timedOut(), timedOut()])).toEqual([]);
});

test('without ForceEndpoint, there is more than one wait', () => {
  const cutOff: ListeningEvent[] = [...listening, dictate(), captured(640), end];
  const again = [captured(640 + tailSamples), timeout(), begin(), captured(32_000)];
  const unforced = [...cutOff, disconnected(), ...again];
  expect(pings([...unforced, timedOut()])).toEqual([]);
  expect(pings([...unforced, timedOut(), timedOut()])).toEqual([0]);
});

test('a connection without a pong is pinged again, until it is given up', () => {
  const patience = Array.from({ length: tuning.finalWaits }, () => timedOut());
  expect(pings([...likely, ...patience])).toEqual(patience.map(() => 0));
  expect(run([...likely, ...patience]).dictated).toEqual([]);
  expect(run([...likely, ...patience, timedOut()]).dictated).toMatchObject([
    { text: 'Hi.', isComplete: false },
  ]);
});

test('the last word, lost with its connection, comes from the next session', () => {
  const again = [...likely, timedOut(), disconnected(), ...[timedOut(), timedOut()]];
  expect(run(again).dictated).toEqual([]);
});

test('after another final it is pinged again, because the pong may be older', () => {
  const more = turn('There.', { order: 1, startMs: 720, endMs: 760 });
  const asked = run([...likely, timedOut(), more]);
  expect(asked.dictationTimeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs);
  expect(run([pong()], asked.listening).dictated).toEqual([]);
  expect(run([timedOut(), pong()], asked.listening).dictated).toMatchObject([
    { text: 'Hi. There.' },
  ]);
});

test('a pong that comes with a partial of its words does not end the wait', () => {
  const partial = turn('There', { order: 1, startMs: 720, endMs: 1_000, isFinal: false });
  const asked = run([...likely, timedOut(), partial]);
  expect(run([pong()], asked.listening).dictated).toEqual([]);
});

/** A dictation whose pause hands over to another session; there is speech in both halves. */
const halves: ListeningEvent[] = [
  ...[...listening, dictate(), captured(16_000, loud), { type: 'renew-session' } as const],
  ...[captured(24_000), begin(1), captured(40_000, loud), end, captured(40_000 + tailSamples)],
  turn('Hi.', { endMs: 700 }),
];

test('if one of its sessions lacks words, there is more than one wait', () => {
  expect(pings([...halves, timedOut()])).toEqual([]);
  expect(pings([...halves, timedOut(), timedOut()])).toEqual([0, 1]);
});

test('if one of its sessions has sent a partial, its final is waited for', () => {
  const partial = turn('There', { id: 1, endMs: 950, isFinal: false });
  expect(pings([...halves, partial, timedOut(), timedOut(), timedOut()])).toEqual([]);
});

test('a partial in one of its sessions is waited for even after all pongs', () => {
  const partial = turn('Now', { id: 1, order: 1, startMs: 960, endMs: 1_000, isFinal: false });
  const { dictated } = run([
    ...[...halves, turn('There.', { id: 1, endMs: 950 }), timedOut(), partial, pong(0), pong(1)],
  ]);
  expect(dictated).toEqual([]);
});

test('each session that may have words is pinged, and all have to answer', () => {
  const both = run([...halves, turn('There.', { id: 1, endMs: 950 })]).listening;
  expect(pings([timedOut()], both)).toEqual([0, 1]);
  expect(run([timedOut(), pong(0)], both).dictated).toEqual([]);
  expect(run([timedOut(), pong(0), pong(1)], both).dictated).toHaveLength(1);
});
