import { expect, test } from 'vitest';
import type { TurnMessage } from '../streaming/server-message.ts';
import { applyTurn, beginSessionTurns, emptyTranscript, textSince } from './transcript.ts';

const turn = (order: number, transcript: string, isFinal = false): TurnMessage => ({
  type: 'Turn',
  turn_order: order,
  end_of_turn: isFinal,
  transcript,
  words: [],
});

const after = (...messages: TurnMessage[]) =>
  messages.reduce((transcript, message) => applyTurn(transcript, message)[0], emptyTranscript);

test('a partial is replaced in place, even by words that differ', () => {
  const transcript = after(
    turn(0, 'I scream'),
    turn(0, 'Ice cream is'),
    turn(0, 'Ice cream is cold.', true),
  );
  expect(transcript.turns).toEqual([{ id: 0, text: 'Ice cream is cold.', isFinal: true }]);
});

test('a final turn stays as it is, whatever comes after it', () => {
  const transcript = after(
    turn(0, 'Done.', true),
    turn(0, 'Undone', false),
    turn(0, 'Done?', true),
  );
  expect(transcript.turns).toEqual([{ id: 0, text: 'Done.', isFinal: true }]);
});

test('a partial that turns out to be nothing is final and empty', () => {
  expect(after(turn(0, 'Uh'), turn(0, '', true)).turns).toEqual([
    { id: 0, text: '', isFinal: true },
  ]);
});

test('an empty turn is not shown, and a repetition changes nothing', () => {
  const transcript = after(turn(0, 'Hello'));
  expect(applyTurn(transcript, turn(1, ' '))[1]).toBeNull();
  expect(applyTurn(transcript, turn(0, 'Hello'))[1]).toBeNull();
});

test('a new session counts from 0 again without touching the turns before', () => {
  const before = after(turn(0, 'First session.', true));
  const [transcript] = applyTurn(beginSessionTurns(before), turn(0, 'Second session.', true));
  expect(transcript.turns.map(({ id, text }) => [id, text])).toEqual([
    [0, 'First session.'],
    [1, 'Second session.'],
  ]);
});

test('the text since a turn holds what never became final, too', () => {
  const transcript = after(turn(0, 'Before.', true), turn(1, 'Now.', true), turn(2, 'and then'));
  expect(textSince(transcript, 1)).toBe('Now. and then');
});
