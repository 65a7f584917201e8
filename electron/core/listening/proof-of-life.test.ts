import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, end, released, run, spoken, tailSamples, timedOut } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, disconnected, listening, loud, pong, turn } from './run.fixture.ts';

/* A line that died with the last word is as silent as a service that hears no further word. */

/** The voice goes on for a third of a second behind the final. */
const likely: ListeningEvent[] = [...released, turn('Hi.', { endMs: 700 })];

const pings = (events: readonly ListeningEvent[], from = run([]).listening): number[] =>
  run(events, from).effects.flatMap((effect) =>
    effect.type === 'passage' && effect.effect.type === 'ping' ? [effect.id] : [],
  );

test('a line is asked once the wait for what is likely no word is over, and not before', () => {
  expect(pings(likely)).toEqual([]);
  expect(pings([timedOut()], run(likely).listening)).toEqual([0]);
});

test('the dictation is handed over with its answer', () => {
  const asked = run([...likely, timedOut()]);
  expect(asked.dictated).toEqual([]);
  expect(asked.dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  const { dictated, dictationTimeouts } = run([pong()], asked.listening);
  expect(dictated).toMatchObject([{ id: 1, text: 'Hi.', isComplete: true }]);
  expect(dictationTimeouts).toEqual([null]);
});

test('an answer to nothing hands over nothing', () => {
  expect(run([pong()]).effects).toEqual([]);
  expect(run([pong()], run(spoken).listening).effects).toEqual([]);
  expect(run([pong()], run(likely).listening).effects).toEqual([]);
  expect(run([pong(7)], run([...likely, timedOut()]).listening).effects).toEqual([]);
});

test('where voice is without finals, the line is not asked: a word is owed', () => {
  expect(pings([...released, timedOut(), timedOut()])).toEqual([]);
});

test('a line that does not answer is asked again, and waited for until it is given up', () => {
  const patience = Array.from({ length: tuning.finalWaits }, () => timedOut());
  expect(pings([...likely, ...patience])).toEqual(patience.map(() => 0));
  expect(run([...likely, ...patience]).dictated).toEqual([]);
  expect(run([...likely, ...patience, timedOut()]).dictated).toMatchObject([
    { text: 'Hi.', isComplete: false },
  ]);
});

test('a line that was lost with the last word has it in its next session', () => {
  const again = [...likely, timedOut(), disconnected(), ...[timedOut(), timedOut()]];
  expect(run(again).dictated).toEqual([]);
});

test('behind another final it is asked anew, because the answer may be older', () => {
  const more = turn('There.', { order: 1, startMs: 720, endMs: 760 });
  const asked = run([...likely, timedOut(), more]);
  expect(asked.dictationTimeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs);
  expect(run([pong()], asked.listening).dictated).toEqual([]);
  expect(run([timedOut(), pong()], asked.listening).dictated).toMatchObject([
    { text: 'Hi. There.' },
  ]);
});

test('with a partial of its words the answer comes too early', () => {
  const partial = turn('There', { order: 1, startMs: 720, endMs: 1_000, isFinal: false });
  const asked = run([...likely, timedOut(), partial]);
  expect(run([pong()], asked.listening).dictated).toEqual([]);
});

test('each line that words may come from is asked, and all have to answer', () => {
  // The pause hands over to another session, and both halves are said.
  const both = run([
    ...[...listening, dictate(), captured(16_000, loud), { type: 'renew-session' } as const],
    ...[captured(24_000), begin(1), captured(40_000, loud), end, captured(40_000 + tailSamples)],
    turn('Hi.', { endMs: 700 }),
    turn('There.', { id: 1, endMs: 700 }),
  ]).listening;
  expect(pings([timedOut()], both)).toEqual([0, 1]);
  expect(run([timedOut(), pong(0)], both).dictated).toEqual([]);
  expect(run([timedOut(), pong(0), pong(1)], both).dictated).toHaveLength(1);
});
