import { expect, test } from 'vitest';
import { turnsPerPassage } from '../streaming/passage/passage.ts';
import { tuning } from '../tuning.ts';
import type { ListeningEffect, ListeningEvent } from './listening.ts';
import { begin, captured, listening, micClosed, run, termination, turn } from './run.fixture.ts';

/* Sleep, or the end of the app: nobody asked for a stop, so nobody's clipboard is touched. */
const tailSamples = tuning.tailMs * 16;
const stopped = [...listening, { type: 'stop' } as const];
const heard: ListeningEvent[] = [...stopped, captured(320 + tailSamples)];
const finished = (effects: ListeningEffect[]) => effects.filter(({ type }) => type === 'finished');
const close: ListeningEvent = { type: 'close' };
const tailHeard = captured(320 + tailSamples);

test('a close makes what was said final, and hands it to nobody: nobody asked', () => {
  const { sent, types, status } = run([...listening, close, tailHeard, turn('Hi.')]);
  expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  expect(types).not.toContain('finished');
  expect(status).toEqual({ phase: 'idle' });
});

test.each<[string, ListeningEvent[]]>([
  ['in its tail', [...stopped, close, tailHeard]],
  [
    'in its tail, with captions wanted again',
    [...stopped, { type: 'start' }, close, captured(9_000)],
  ],
  ['while its last words are awaited', [...heard, close]],
])('it does not cost the text of a stop that was asked for before, %s', (_, closed) => {
  const { types } = run([...closed, turn('Hi.'), termination()]);
  expect(types.filter((type) => type === 'finished')).toHaveLength(1);
});

test('it is a pause of captions that go on: a later stop hands over all of their text', () => {
  const asleep = run([...listening, close, tailHeard, turn('Hi.'), termination(), micClosed]);
  const awake: ListeningEvent[] = [{ type: 'go-on' }, begin(1), captured(16_000)];
  const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples)];
  const there = turn('There.', { id: 1 });
  const { effects } = run([...awake, ...stop, there], asleep.listening);
  expect(finished(effects)).toEqual([{ type: 'finished', firstTurn: 0, lastPassage: 1 }]);
  // Whoever starts them is given what is said from then on.
  const anew = run([{ type: 'start' }, ...awake.slice(1), ...stop, there], asleep.listening);
  expect(finished(anew.effects)).toMatchObject([{ firstTurn: turnsPerPassage }]);
});

test('captions whose last words are still awaited go on with a start, too', () => {
  const slow = run([...listening, close, tailHeard, micClosed]);
  const awake: ListeningEvent[] = [{ type: 'start' }, captured(16_000), begin(1), turn('Hi.')];
  const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples)];
  const { effects } = run([...awake, ...stop, turn('There.', { id: 1 })], slow.listening);
  expect(finished(effects).at(-1)).toMatchObject({ firstTurn: 0 });
});

test('a close in whose tail captions are started again and stopped ends as that stop', () => {
  const again = [{ type: 'start' }, { type: 'stop' }] as const;
  const { types } = run([...listening, close, ...again, captured(9_000), turn('Hi.')]);
  expect(types).toContain('finished');
});
