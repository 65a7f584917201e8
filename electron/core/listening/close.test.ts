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

test('captions that start again in the tail of a close and end with another one report no text', () => {
  const { types } = run([
    ...listening,
    close,
    { type: 'start' },
    close,
    captured(9_000),
    turn('Hi.'),
  ]);
  expect(types).not.toContain('finished');
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

test('captions also resume after a second close, such as sleep and then quit', () => {
  const asleep = run([
    ...listening,
    close,
    tailHeard,
    turn('Hi.'),
    termination(),
    micClosed,
    close,
  ]);
  const { captions } = run([{ type: 'go-on' }], asleep.listening).listening;
  expect(captions).toEqual({ phase: 'on', firstTurn: 0 });
});

test('captions that are not the first resume with their own text', () => {
  const first: ListeningEvent[] = [...heard, turn('Hi.'), termination(), micClosed];
  const second: ListeningEvent[] = [{ type: 'start' }, begin(1), captured(16_000), close];
  const closed = [...first, ...second, captured(16_000 + tailSamples), micClosed];
  const { captions } = run([...closed, { type: 'go-on' }]).listening;
  expect(captions).toEqual({ phase: 'on', firstTurn: turnsPerSegment });
});

test('going on begins captions if none were closed, and does nothing while they are on', () => {
  const goOn: ListeningEvent = { type: 'go-on' };
  expect(run([goOn]).listening.captions).toEqual({ phase: 'on', firstTurn: 0 });
  expect(run([goOn], run(listening).listening).effects).toEqual([]);
  expect(run([goOn], run(stopped).listening).listening.captions).toMatchObject({
    ...{ phase: 'tail', startsAgain: true },
  });
});

test.each<ListeningEvent>([{ type: 'stop' }, { type: 'end-captions' }])(
  'a start begins captions of its own while only words from before an earlier $type are pending',
  (ending) => {
    const before: ListeningEvent[] = [...listening, ending, tailHeard, micClosed];
    const closed: ListeningEvent[] = [
      ...[{ type: 'start' } as const, begin(1), captured(16_000), close],
      ...[captured(16_000 + tailSamples), micClosed, turn('There.', { id: 1 }), termination(1)],
    ];
    const { captions } = run([...before, ...closed, { type: 'start' }]).listening;
    expect(captions).toEqual({ phase: 'on', firstTurn: 2 * turnsPerSegment });
  },
);
