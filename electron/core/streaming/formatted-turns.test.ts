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

/** What the session is told, as `text` of finals and `text…` of partials. */
function told(messages: ServerMessage[], model: Parameters<typeof formatTurns>[2] = english) {
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

test('the formatted final is the final, and the bare one before it a partial', () => {
  expect(told([bare, formatted])).toEqual({
    said: ['hold a key…', 'Hold a key.'],
    waiting: null,
  });
});

test('a bare final whose formatted twin has not come waits', () => {
  expect(told([bare])).toEqual({ said: ['hold a key…'], waiting: bare });
});

test('where something else comes first, the bare words are the final', () => {
  const next = turn('let it', { turn_order: 1, end_of_turn: false, turn_is_formatted: false });
  expect(told([bare, next]).said).toEqual(['hold a key…', 'hold a key', 'let it…']);
  const end: ServerMessage = {
    type: 'Termination',
    ...{ audio_duration_seconds: 1, session_duration_seconds: 1 },
  };
  expect(told([bare, end]).said).toEqual(['hold a key…', 'hold a key', 'Termination']);
});

test('each of two bare finals waits for its own twin', () => {
  const second = { ...bare, turn_order: 1, transcript: 'let it go' };
  expect(told([bare, second])).toEqual({
    said: ['hold a key…', 'hold a key', 'let it go…'],
    waiting: second,
  });
});

test('the other models tell each final once, whatever they say of its form', () => {
  expect(told([bare], 'u3-rt-pro')).toEqual({ said: ['hold a key'], waiting: null });
  expect(told([turn('Hold a key.')]).said).toEqual(['Hold a key.']);
});
