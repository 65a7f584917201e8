import { expect, test } from 'vitest';
import type { Turn } from '#shared/turn.ts';
import { emptyTranscript, isAfterPause, putTurn, textBetween } from './transcript.ts';

const final = (id: number, text: string): Turn => ({ id, text, isFinal: true });
const partial = (id: number, text: string): Turn => ({ id, text, isFinal: false });

const after = (...turns: Turn[]) =>
  turns.reduce((transcript, turn) => putTurn(transcript, turn)[0], emptyTranscript);

test('a partial is replaced in place, even by other words', () => {
  const { turns } = after(
    partial(0, 'I scream'),
    partial(0, 'Ice cream is'),
    final(0, 'Ice cream is cold.'),
  );
  expect(turns).toEqual([final(0, 'Ice cream is cold.')]);
});

test('a final turn never changes', () => {
  const { turns } = after(final(0, 'Done.'), partial(0, 'Undone'), final(0, 'Done?'));
  expect(turns).toEqual([final(0, 'Done.')]);
});

test('a withdrawn partial is final and empty', () => {
  expect(after(partial(0, 'Uh'), final(0, '')).turns).toEqual([final(0, '')]);
});

test('an empty turn is not shown, and a repeated turn changes nothing', () => {
  const transcript = after(partial(0, 'Hello'));
  expect(putTurn(transcript, partial(1, ''))[1]).toBeNull();
  expect(putTurn(transcript, partial(0, 'Hello'))[1]).toBeNull();
});

test('a partial that becomes final with the same words is a change', () => {
  expect(putTurn(after(partial(0, 'Hello')), final(0, 'Hello'))[1]).toEqual(final(0, 'Hello'));
});

test('a late turn goes to its place by id', () => {
  const { turns } = after(final(10, 'first'), final(30, 'third'), partial(20, 'second'));
  expect(turns.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
});

test('the text between two turns includes partials that never became final', () => {
  const transcript = after(final(0, 'Before.'), final(1, 'Now.'), partial(2, 'and'), final(3, 'x'));
  expect(textBetween(transcript, 1, 3)).toBe('Now. and');
});

test('a final of other words replaces its partial', () => {
  expect(putTurn(after(partial(0, 'Hello')), partial(0, 'Hello there'))[1]).toEqual(
    partial(0, 'Hello there'),
  );
});

test('an empty turn leaves no gap in the text', () => {
  const transcript = after(final(0, 'One.'), partial(1, 'uh'), final(1, ''), final(2, 'Two.'));
  expect(textBetween(transcript, 0, Infinity)).toBe('One. Two.');
});

test('more than two seconds without words begin a line of the captions', () => {
  expect(isAfterPause(48_000, 16_000)).toBe(false);
  expect(isAfterPause(48_001, 16_000)).toBe(true);
  expect(isAfterPause(48_001, null)).toBe(false);
});

test('a turn keeps its line, though its start is reported in another way later', () => {
  const { turns } = after(
    { ...partial(0, 'One'), followsPause: true },
    final(0, 'One.'),
    partial(1, 'two'),
    { ...final(1, 'Two.'), followsPause: true },
  );
  expect(turns).toEqual([{ ...final(0, 'One.'), followsPause: true }, final(1, 'Two.')]);
});
