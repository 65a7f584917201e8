import { expect, test } from 'vitest';
import { parseServerMessage } from './server-message.ts';

test('a Turn is read with its words; fields that are not used are passed over', () => {
  const message = parseServerMessage(
    JSON.stringify({
      type: 'Turn',
      turn_order: 3,
      turn_is_formatted: true,
      end_of_turn: false,
      transcript: 'Hold a key',
      end_of_turn_confidence: 0.2,
      words: [{ text: 'Hold', start: 10, end: 200, confidence: 0.9, word_is_final: true }],
    }),
  );
  expect(message).toEqual({
    type: 'Turn',
    turn_order: 3,
    end_of_turn: false,
    transcript: 'Hold a key',
    words: [{ text: 'Hold', start: 10, end: 200 }],
  });
});

test.each([
  ['not JSON', '{"type":"Turn"'],
  ['not an object', '"Begin"'],
  ['a type that is new', '{"type":"Weather","is":"fine"}'],
  ['a Turn without its order', '{"type":"Turn","end_of_turn":true,"transcript":"x"}'],
  [
    'a Turn whose order is no index',
    '{"type":"Turn","turn_order":-1,"end_of_turn":true,"transcript":"x"}',
  ],
  [
    'a transcript that is no text',
    '{"type":"Turn","turn_order":0,"end_of_turn":true,"transcript":{}}',
  ],
  ['an empty frame', ''],
])('%s is passed over', (_what, text) => {
  expect(parseServerMessage(text)).toBeNull();
});
