import { expect, test } from 'vitest';
import { turnsPerSegment } from '../segments/segment.ts';
import { tuning } from '../tuning.ts';
import type { ListeningEffect, ListeningEvent } from './listening.ts';
import { begin, captured, listening, micClosed, run, termination, turn } from './run.fixture.ts';

/* Sleep or quit: no person asked for a stop, so no text goes to the clipboard. */
const tailSamples = tuning.tailMs * 16;
const stopped = [...listening, { type: 'stop' } as const];
const heard: ListeningEvent[] = [...stopped, captured(320 + tailSamples)];
const finished = (effects: ListeningEffect[]) => effects.filter(({ type }) => type === 'finished');
const close: ListeningEvent = { type: 'close' };
const tailHeard = captured(320 + tailSamples);

test('a close makes the text final and does not report it', () => {
  const { sent, types, status } = run([...listening, close, tailHeard, turn('Hi.')]);
  expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  expect(types).not.toContain('finished');
  expect(status).toEqual({ phase: 'idle' });
});

test.each<[string, ListeningEvent[]]>([
  ['in its tail', [...stopped, close, tailHeard]],
  [
    'in its tail, after captions were started again',
    [...stopped, { type: 'start' }, close, captured(9_000)],
  ],
  ['while its last words are pending', [...heard, close]],
])('a close does not drop the text of an earlier stop, %s', (_, closed) => {
  const { types } = run([...closed, turn('Hi.'), termination()]);
  expect(types.filter((type) => type === 'finished')).toHaveLength(1);
});

test('captions resume after a close, and a later stop reports all of their text', () => {
  const asleep = run([...listening, close, tailHeard, turn('Hi.'), termination(), micClosed]);
  const awake: ListeningEvent[] = [{ type: 'go-on' }, begin(1), captured(16_000)];
  const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples)];
  const there = turn('There.', { id: 1 });
  const { effects } = run([...awake, ...stop, there], asleep.listening);
  expect(finished(effects)).toEqual([
    { type: 'finished', firstTurn: 0, lastSegment: 1, isAgain: false },
  ]);
  // Captions that are started instead report only what is said from then on.
  const restarted = run([{ type: 'start' }, ...awake.slice(1), ...stop, there], asleep.listening);
  expect(finished(restarted.effects)).toMatchObject([{ firstTurn: turnsPerSegment }]);
});

test('a start also resumes captions whose last words are still pending', () => {
  const slow = run([...listening, close, tailHeard, micClosed]);
  const awake: ListeningEvent[] = [{ type: 'start' }, captured(16_000), begin(1), turn('Hi.')];
  const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples)];
  const { effects } = run([...awake, ...stop, turn('There.', { id: 1 })], slow.listening);
  expect(finished(effects).at(-1)).toMatchObject({ firstTurn: 0 });
});

test('captions that start and stop again in the tail of a close report their text', () => {
  const again = [{ type: 'start' }, { type: 'stop' }] as const;
  const { types } = run([...listening, close, ...again, captured(9_000), turn('Hi.')]);
  expect(types).toContain('finished');
});
