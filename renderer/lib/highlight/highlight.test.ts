import { expect, test } from 'vitest';
import { highlightsOf } from './highlight.ts';

/** The text with what is found in brackets. */
const marked = (text: string, typed: string): string =>
  highlightsOf(text, typed)
    .map((stretch) => (stretch.isFound ? `[${stretch.text}]` : stretch.text))
    .join('');

test.each([
  ['The quick fox.', 'qu', 'The [qu]ick fox.'],
  ['The quick fox.', 'fox UIC', 'The q[uic]k [fox].'],
  ['The quick fox.', 'qu ', 'The [qu]ick fox.'],
  ['A naïve question', 'naive', 'A [naïve] question'],
  ['A nai\u0308ve question', 'aï', 'A n[ai\u0308]ve question'],
  ['Die Größe', 'GROSSE', 'Die [Größe]'],
  ['Straße', 's', '[S]tra[ß]e'],
  ['Don’t worry', "don't", '[Don’t] worry'],
  ['(C++) [x]', 'c+', '([C+]+) [x]'],
  ['слово за словом', 'лов', 'с[лов]о за с[лов]ом'],
  ['数据库迁移完成', '迁移', '数据库[迁移]完成'],
  ['ไปเที่ยวกรุงเทพ', 'กรุง', 'ไปเที่ยว[กรุง]เทพ'],
  ['ذهبتُ إلى', 'ذهبت', '[ذهبتُ] إلى'],
  ['ＦＵＬＬ　ｗｉｄｔｈ', 'full', '[ＦＵＬＬ]　ｗｉｄｔｈ'],
  ['ababa', 'aba', '[ababa]'],
  ['👍🏽 ok', '👍', '[👍🏽] ok'],
  ['Nothing', '', 'Nothing'],
  ['', 'x', ''],
])('in %j, %j finds %j', (text, typed, shown) => {
  expect(marked(text, typed)).toBe(shown);
});

test('the stretches are the text', () => {
  const text = '  Two  words, and é. ';
  expect(
    highlightsOf(text, 'e w')
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
});
