import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

const rule = (from: string, to: string) => ({ from, to });
const replace = (text: string, ...rules: [string, string][]) =>
  replaceWords(
    text,
    rules.map(([from, to]) => rule(from, to)),
  );

test.each<[string, [string, string], string]>([
  ['Ask caption key.', ['caption key', 'CaptionKey'], 'Ask CaptionKey.'],
  ['I use C++, really.', ['C++', 'C plus plus'], 'I use C plus plus, really.'],
  ['(röde)', ['röde', 'Røde'], '(Røde)'],
  ['我在東京住', ['東京', 'Tokyo'], '我在Tokyo住'],
  ['say 👍🏽 now', ['👍🏽', 'yes'], 'say yes now'],
  ['costs $5', ['$5', '$& €5'], 'costs $& €5'],
])('in “%s” whole words are replaced: %j', (text, from, expected) => {
  expect(replace(text, from)).toBe(expected);
});

test.each<[string, [string, string]]>([
  ['cats', ['cat', 'dog']],
  ['concatenate', ['cat', 'dog']],
  ['cat_s cat2', ['cat', 'dog']],
  ["don't", ['don', 'Don']],
  // The accent is a separate character here.
  ['cafe\u0301', ['cafe', 'bar']],
  ['👍🏽', ['👍', 'yes']],
  ['anything', ['', 'dog']],
])('“%s” is left as it is by %j', (text, from) => {
  expect(replace(text, from)).toBe(text);
});

describe('a capital at the beginning of a sentence', () => {
  test.each<[string, string]>([
    ['Gonna go.', 'Going to go.'],
    ['Well. Gonna go? Gonna!', 'Well. Going to go? Going to!'],
    ['He said: “Stop.” Gonna go.', 'He said: “Stop.” Going to go.'],
    ['“Gonna go”', '“Going to go”'],
    ['Well…\nGonna go', 'Well…\nGoing to go'],
    ['Then Gonna', 'Then going to'],
    ['Um, gonna go.', 'Um, going to go.'],
  ])('of “%s” is kept', (text, expected) => {
    expect(replace(text, ['gonna', 'going to'])).toBe(expected);
  });

  test('is not needed, and not made', () => {
    expect(replace('iphone first.', ['iphone', 'iPhone'])).toBe('iPhone first.');
    expect(replace('Iphone first.', ['Iphone', 'iPhone'])).toBe('iPhone first.');
    expect(replace('Iphone first.', ['iphone', 'iPhone'])).toBe('iPhone first.');
    expect(replace('My site.', ['my site', 'example.org/a'])).toBe('example.org/a.');
  });

  test('is kept where it takes two letters', () => {
    expect(replace('Ümlaut.', ['ümlaut', 'ǆ'])).toBe('Ǆ.');
  });
});

describe('upper and lower case', () => {
  test.each<[string, [string, string], string]>([
    ['Klein ist das, KLEIN.', ['klein', 'small'], 'Small ist das, small.'],
    ['a cat, a Cat', ['Cat', 'dog'], 'a dog, a dog'],
    ['STRASSE, Straße', ['straße', 'Weg'], 'Weg, Weg'],
    ['Die Masse', ['maße', 'x'], 'Die Masse'],
    ['ΟΔΟΣ, Οδός, οδόσ', ['οδός', 'Weg'], 'Weg, Weg, Weg'],
    ['İstanbul, istanbul', ['istanbul', 'Byzanz'], 'Byzanz, Byzanz'],
    ['IŞIK, Işık', ['ışık', 'Licht'], 'Licht, Licht'],
    ['Привет', ['привет', 'Hallo'], 'Hallo'],
  ])('are alike in “%s”, found by %j', (text, entry, expected) => {
    expect(replace(text, entry)).toBe(expected);
  });

  test('differ for an entry that asks for it, which then counts before one that does not', () => {
    const exact = { from: 'it', to: 'X', matchCase: true };
    expect(replaceWords('it, It, IT', [{ ...exact, from: 'IT' }])).toBe('it, It, X');
    expect(replaceWords('it, IT', [rule('IT', 'both'), exact])).toBe('X, both');
  });
});

test.each<[string, [string, string], string]>([
  ["I don’t, I don't, I donʼt.", ["don't", 'do not'], 'I do not, I do not, I do not.'],
  ["I don't.", ['don’t', 'do not'], 'I do not.'],
  ['ＡＢＣ社', ['abc', 'XYZ'], 'XYZ社'],
  ['❤\ufe0f and ❤', ['❤', 'love'], 'love and love'],
  ['un e‑mail', ['e-mail', 'courriel'], 'un courriel'],
  ['cafe\u0301', ['café', 'bar'], 'bar'],
  ['in new\u00a0york, new  york', ['new york', 'NY'], 'in NY, NY'],
])('signs that look alike are alike in “%s”', (text, entry, expected) => {
  expect(replace(text, entry)).toBe(expected);
});

test.each<[string, [string, string], string]>([
  ['John’s car, that’s all', ['john', 'Jon'], 'Jon’s car, that’s all'],
  ['It’s not its own', ['it', 'X'], 'It’s not its own'],
  ['用iphone拍', ['iphone', 'iPhone'], '用iPhone拍'],
  ['ซื้อiphoneใหม่', ['iphone', 'iPhone'], 'ซื้อiPhoneใหม่'],
  ['和克劳德说', ['克劳德', 'Claude'], '和Claude说'],
  ['東京都', ['京都', 'Kyoto'], '東京都'],
  ['à l’hôpital, dell’arte', ['hôpital', 'Hôpital'], 'à l’Hôpital, dell’arte'],
  ['قال مرحبا لي', ['مرحبا', 'أهلا'], 'قال أهلا لي'],
  ['foo_um um2 umm', ['um', ''], 'foo_um um2 umm'],
])('words end where they do in their script: “%s”', (text, entry, expected) => {
  expect(replace(text, entry)).toBe(expected);
});

describe('“new line” leaves no marks of its own:', () => {
  test.each([
    ['Hello. new line. Bye.', 'Hello.\nBye.'],
    ['Hello. New line. Bye.', 'Hello.\nBye.'],
    ['Dear John, new line, thank you.', 'Dear John,\nthank you.'],
    ['Hello. New line, new line, bye.', 'Hello.\n\nBye.'],
    ['milk new line eggs', 'milk\neggs'],
    ['milk – new line – eggs', 'milk\neggs'],
    ['Hello. New line.', 'Hello.\n'],
    ['New line! Hello', '\nHello'],
    ['New line, new line.', '\n\n'],
    ['“Milk, new line.” Eggs', '“Milk”\nEggs'],
    ['“New line” he said', '\nHe said'],
    ['New line’s end', 'New line’s end'],
  ])('“%s”', (text, expected) => {
    expect(replace(text, ['new line', '\n'])).toBe(expected);
  });

  test('nor do “new paragraph” and a bullet', () => {
    expect(replace('One. New paragraph. Two.', ['new paragraph', '\n\n'])).toBe('One.\n\nTwo.');
    expect(replace('Buy: bullet, milk, bullet, eggs.', ['bullet', '\n- '])).toBe(
      'Buy:\n- milk,\n- eggs.',
    );
  });
});

describe('the marks of a removed word are removed, too:', () => {
  test.each([
    ['um so um yes', 'so yes'],
    ['So, um, yes.', 'So, yes.'],
    ['So, um yes.', 'So, yes.'],
    ['well um, yes', 'well, yes'],
    ['Um, yes.', 'Yes.'],
    ['Um... yes.', 'Yes.'],
    ['Yes, um.', 'Yes.'],
    ['yes, um', 'yes'],
    ['Yes. Um. No.', 'Yes. No.'],
    ['Yes. Um, no.', 'Yes. No.'],
    ['Really? Um! No.', 'Really? No.'],
    ['And um?', 'And?'],
    ['Oui, um\u00a0?', 'Oui\u00a0?'],
    ['¿Um, vamos?', '¿Vamos?'],
    ['Um um, um, yes', 'Yes'],
    ['I, um, um, think', 'I think'],
    ['We went to, um, Paris.', 'We went to Paris.'],
    ['I, um think', 'I think'],
    ['apples, um, pears', 'apples, pears'],
    ['Wait, um—no', 'Wait—no'],
    ['Wait—um, no', 'Wait—no'],
    ['yes - um - no', 'yes - no'],
    ['Yes - um', 'Yes'],
    ['- um, yes', '- yes'],
    ['¿Um? Vamos', 'Vamos'],
    ['I—um—think', 'I—think'],
    ['I – um – think', 'I – think'],
    ['(yes, um) (um) no', '(yes) no'],
    ['“Um, yes,” he said.', '“Yes,” he said.'],
    ['He said “um” and left.', 'He said and left.'],
    ['Yes, um\nno', 'Yes\nno'],
    ['Um.', ''],
    ['Um, iPhone is 5.', 'iPhone is 5.'],
    ['um-hum, um.org, @um, um’s', 'um-hum, um.org, @um, um’s'],
  ])('“%s”', (text, expected) => {
    expect(replace(text, ['um', ''])).toBe(expected);
  });

  test('the next word that is replaced has the capital then', () => {
    expect(replace('Um, gonna go.', ['um', ''], ['gonna', 'going to'])).toBe('Going to go.');
  });
});

test('a dictated mark replaces those of the recogniser', () => {
  const marks: [string, string][] = [
    ['comma', ','],
    ['question mark', '?'],
    ['open bracket', '('],
    ['close bracket', ')'],
  ];
  expect(replace('Hello, comma, who are you? Question mark.', ...marks)).toBe(
    'Hello, who are you?',
  );
  expect(replace('One open bracket two close bracket.', ...marks)).toBe('One (two).');
});

test.each<[string, [string, string][], string]>([
  [
    'He said, open quote, hello, close quote, and left.',
    [
      ['open quote', '“'],
      ['close quote', '”'],
    ],
    'He said, “hello”, and left.',
  ],
  [
    'He said. Open quote. Hello. Close quote. He left.',
    [
      ['open quote', '“'],
      ['close quote', '”'],
    ],
    'He said. “Hello.” He left.',
  ],
  ['He said, quote, hello, quote.', [['quote', '"']], 'He said, "hello".'],
  ['hello, dash, world', [['dash', '–']], 'hello – world'],
  ['Hello, and so on.', [['and so on', ', etc.']], 'Hello, etc.'],
  ['Dear John, hello', [['dear john', 'Dear John,']], 'Dear John, hello'],
  ['It is John.', [['john', 'John,']], 'It is John.'],
  ['Thanks! Bye', [['thanks', 'Thanks!']], 'Thanks! Bye'],
  ['Bye. Sign off.', [['sign off', '\n\nYours,\nJohn']], 'Bye.\n\nYours,\nJohn'],
  ['I use dot net now', [['dot net', '.NET']], 'I use .NET now'],
  ['happy, smiley.', [['smiley', ':)']], 'happy, :).'],
  ['best regards :-)', [['best regards', 'Best regards,']], 'Best regards, :-)'],
])('no mark is doubled or left over in “%s”', (text, rules, expected) => {
  expect(replace(text, ...rules)).toBe(expected);
});

test('an abbreviation ends a sentence with its own full stop', () => {
  expect(replace('By acme.', ['acme', 'Acme Inc.'])).toBe('By Acme Inc.');
  expect(replace('By acme, too.', ['acme', 'Acme Inc.'])).toBe('By Acme Inc., too.');
});

test('the longest entry counts, and of equal ones the first', () => {
  const rules: [string, string][] = [
    ['new', 'old'],
    ['new york city', 'NYC'],
    ['new york', 'NY'],
    ['new york', 'never'],
  ];
  expect(replace('in new york city, new york, new', ...rules)).toBe('in NYC, NY, old');
});

test('a replacement is not searched again', () => {
  expect(replace('a b', ['a', 'b'], ['b', 'a'])).toBe('b a');
  expect(replace('a b', ['a', 'x'], ['x b', 'y'])).toBe('x b');
  expect(replace('new york', ['new york', 'NY'], ['york', 'York'])).toBe('NY');
});

const word = fc.stringMatching(/^[a-zäöüßéñ]{1,6}$/);
const upper = fc.stringMatching(/^[A-Z]{1,6}$/);

test('a text of words is replaced word by word', () => {
  const cases = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 30 }),
    rules: fc.uniqueArray(fc.record({ from: word, to: upper }), { selector: ({ from }) => from }),
  });
  fc.assert(
    fc.property(cases, ({ words, rules }) => {
      const map = new Map(rules.map(({ from, to }) => [from, to]));
      expect(replaceWords(words.join(' '), rules)).toBe(
        words.map((one) => map.get(one) ?? one).join(' '),
      );
    }),
  );
});

const anyRules = fc.array(
  fc.record({ from: fc.string({ unit: 'grapheme', maxLength: 8 }), to: fc.string() }),
);
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

test('every text and every entry can be handled', () => {
  fc.assert(
    fc.property(anyText, anyRules, (text, rules) => {
      expect(replaceWords(text, [])).toBe(text);
      expect(typeof replaceWords(text, rules)).toBe('string');
    }),
  );
});

test('a replacement is between the unchanged parts', () => {
  fc.assert(
    fc.property(anyText, anyRules, (text, rules) => {
      // A dictated text never contains this.
      const marked = rules.map(({ from }) => rule(from, '\u0000'));
      const parts = replaceWords(text.replaceAll('\u0000', ''), marked).split('\u0000');
      let at = 0;
      for (const part of parts) {
        const found = text.replaceAll('\u0000', '').indexOf(part, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + part.length;
      }
    }),
  );
});
