import { expect, test } from 'vitest';
import type { Turn } from '#shared/turn.ts';
import { unaskedMoves, type DrawnWord } from './moves.ts';

const word = (text: string, x: number, line = 0): DrawnWord => ({ text, x, line, isSeen: true });
const turn: Turn = { id: 1, text: 'one two three', isFinal: false };
const before = new Map([[1, [word('one', 0), word('two', 30)]]]);

test('words that stay and one that is added are no moves', () => {
  const after = new Map([[1, [word('one', 0), word('two', 30), word('three', 60)]]]);
  expect(unaskedMoves(before, after, turn, 'one two')).toBe(0);
});

test('a word that moves to the side or to another line counts with its characters', () => {
  const aside = new Map([[1, [word('one', 4), word('two', 34)]]]);
  expect(unaskedMoves(before, aside, turn, 'one two')).toBe(6);
  const below = new Map([[1, [word('one', 0), word('two', 0, 1)]]]);
  expect(unaskedMoves(before, below, turn, 'one two')).toBe(3);
});

test('what the service revises does not count, nor what was out of sight', () => {
  const after = new Map([[1, [word('one', 0), word('too', 35)]]]);
  expect(unaskedMoves(before, after, { ...turn, text: 'one too' }, 'one two')).toBe(0);
  const unseen = new Map([[1, [{ ...word('one', 0), isSeen: false }]]]);
  expect(unaskedMoves(unseen, new Map(), { ...turn, id: 2 }, '')).toBe(0);
});

test('a turn that is gone while it could be read counts', () => {
  expect(unaskedMoves(before, new Map(), { ...turn, id: 2 }, '')).toBe(6);
});
