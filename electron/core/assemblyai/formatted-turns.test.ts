import { expect, test } from 'vitest';
import { formatTurns } from './formatted-turns.ts';
import type { ServerMessage, TurnMessage } from './server-message.ts';

const turn = (transcript: string, more: Partial<TurnMessage> = {}): TurnMessage => ({
  ...{ type: 'Turn', turn_order: 0, end_of_turn: true, transcript, words: [] },
  ...more,
});
const bare = turn('hold a key', { turn_is_formatted: false });
const formatted = turn('Hold a key.', { turn_is_formatted: true });
const english = 'universal-streaming-english';

/** What the session receives: `text` for a final and `text…` for a partial. */
function received(messages: ServerMessage[], model: Parameters<typeof formatTurns>[2] = english) {
  let waiting: TurnMessage | null = null;
  const pass = messages.flatMap((message) => {
    const step = formatTurns(waiting, message, model);
    waiting = step.waiting;
    return step.pass;
  });
  const said = pass.map((message) =>
    message.type === 'Turn'
      ? `${message.transcript}${message.end_of_turn ? '' : '…'}`
      : message.type,
  );
  return { said, waiting };
}

test('the formatted final is the final, and the unformatted one before it a partial', () => {
  expect(received([bare, formatted])).toEqual({
    said: ['hold a key…', 'Hold a key.'],
    waiting: null,
  });
});

test('an unformatted final waits for its formatted one', () => {
  expect(received([bare])).toEqual({ said: ['hold a key…'], waiting: bare });
});

test('if another message arrives first, the unformatted words are the final', () => {
  const next = turn('let it', { turn_order: 1, end_of_turn: false, turn_is_formatted: false });
  expect(received([bare, next]).said).toEqual(['hold a key…', 'hold a key', 'let it…']);
  const end: ServerMessage = {
    type: 'Termination',
    ...{ audio_duration_seconds: 1, session_duration_seconds: 1 },
  };
  expect(received([bare, end]).said).toEqual(['hold a key…', 'hold a key', 'Termination']);
});

test('each of two unformatted finals waits for its own formatted one', () => {
  const second = { ...bare, turn_order: 1, transcript: 'let it go' };
  expect(received([bare, second])).toEqual({
    said: ['hold a key…', 'hold a key', 'let it go…'],
    waiting: second,
  });
});

test('the other models send each final once, whatever they report about its format', () => {
  expect(received([bare], 'u3-rt-pro')).toEqual({ said: ['hold a key'], waiting: null });
  expect(received([turn('Hold a key.')]).said).toEqual(['Hold a key.']);
});
