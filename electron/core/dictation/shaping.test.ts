import { expect, test } from 'vitest';
import { shapeAfter } from './shaping.ts';

test.each([
  ['nothing stands before it', '', 'Hold a key.', 'Hold a key.'],
  ['a sentence stands before it', 'Let it go.', 'Hold a key.', ' Hold a key.'],
  ['a quoted sentence stands before it', '“Let it go.”', 'Hold a key.', ' Hold a key.'],
  ['a sentence goes on', 'When you', 'Hold a key.', ' hold a key.'],
  ['a sentence goes on behind a comma', 'Then,', 'Éclairs please.', ' éclairs please.'],
  ['a line was ended before it', 'Let it go\n', 'Hold a key.', 'Hold a key.'],
  ['it begins with a mark', 'Let it go', ', please.', ', please.'],
  ['it begins with “I”', 'and then', 'I hold it.', ' I hold it.'],
  ['it begins with a short form of “I”', 'and then', 'I’m here.', ' I’m here.'],
  ['it begins with letters for words', 'and the', 'CPU is hot.', ' CPU is hot.'],
  ['it begins with a capital in the middle', 'and', 'McKay said.', ' McKay said.'],
  ['it begins with a number', 'and', '42 keys.', ' 42 keys.'],
])('%s', (_when, before, text, shaped) => {
  expect(shapeAfter(before, text)).toBe(shaped);
});
