import { expect, test } from 'vitest';
import type { Turn } from '#shared/turn.ts';
import { keepNewest, paragraphs } from './paragraphs.ts';

/** Turns of 100 characters each, so that a paragraph is long with three. */
const turns = (ids: number[]): Turn[] =>
  ids.map((id) => ({ id, text: 'word '.repeat(20), isFinal: true }));
const upTo = (count: number) => turns(Array.from({ length: count }, (_, index) => index));
const ids = (list: Turn[][]) => list.map((paragraph) => paragraph.map(({ id }) => id));

test('turns follow one another until their paragraph is long', () => {
  expect(ids(paragraphs(upTo(7)))).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  expect(paragraphs([])).toEqual([]);
});

test('letting go of the oldest leaves the paragraphs that are kept as they were', () => {
  const all = paragraphs(upTo(40));
  const kept = paragraphs(keepNewest(upTo(40)));
  expect(kept).toEqual(all.slice(-4));
});

test('another source begins a paragraph, and short ones leave room for a whole window', () => {
  const said = (id: number, source?: 'computer'): Turn => ({
    ...{ id, text: 'Yes.', isFinal: true },
    ...(source && { source }),
  });
  expect(ids(paragraphs([said(0), said(1), said(2, 'computer'), said(3)]))).toEqual([
    [0, 1],
    [2],
    [3],
  ]);
  const talk = Array.from({ length: 40 }, (_, id) =>
    said(id, id % 2 === 0 ? 'computer' : undefined),
  );
  expect(paragraphs(keepNewest(talk))).toHaveLength(24);
});

test('a turn after a pause begins a line, and many short lines fill a tall window', () => {
  const said = (id: number): Turn => ({ id, text: 'Yes.', isFinal: true });
  const afterPause = (id: number): Turn => ({ ...said(id), followsPause: true });
  expect(ids(paragraphs([said(0), said(1), afterPause(2), said(3)]))).toEqual([
    [0, 1],
    [2, 3],
  ]);
  const talk = Array.from({ length: 40 }, (_, id) => afterPause(id));
  expect(paragraphs(keepNewest(talk))).toHaveLength(24);
});
