import { describe, expect, test } from 'vitest';
import { removeFillers } from './fillers.ts';
import { replaceWords } from './replacements.ts';
import { writeCommands } from './write-commands.ts';

const replace = (text: string, ...rules: [from: string, to: string][]): string =>
  replaceWords(
    text,
    rules.map(([from, to]) => ({ from, to })),
  );

describe('the first word of a sentence gets a capital, except', () => {
  test('after a number', () => {
    expect(removeFillers('Ähm, € 5 pro Tag.', { spoken: ['de'], possible: ['de'] })).toBe(
      '€ 5 pro Tag.',
    );
  });

  test.each([
    ['My site.', ['my site', 'example.org'], 'example.org.'],
    ['iPhone first.', ['iphone', 'phone'], 'phone first.'],
  ] as const)('that of “%s”, which has a case of its own', (text, rule, expected) => {
    expect(replace(text, [...rule])).toBe(expected);
  });

  test('a name with a case of its own after a dictated full stop', () => {
    expect(writeCommands('Hello, full stop, iPhone is better.', ['en'])).toBe(
      'Hello. iPhone is better.',
    );
  });

  test.each([
    ['a capital later in the sentence', 'Gonna go.', ['gonna', 'off to Paris to'], 'Off to Paris'],
    ['a mark before the word', '.NET is here.', ['.net', 'dot net'], 'Dot net is here.'],
  ] as const)('but not because of %s', (_why, text, rule, start) => {
    expect(replace(text, [...rule])).toMatch(new RegExp(`^${start}`, 'u'));
  });
});

test('two spaces after a dictated comma do not hide that the sentence goes on', () => {
  expect(writeCommands('Hello, comma,  The end.', ['en'])).toBe('Hello,  the end.');
});

test('words that are written as the person wants them already keep their marks', () => {
  expect(replace('I use Yahoo!, mostly.', ['yahoo!', 'Yahoo!'])).toBe('I use Yahoo!, mostly.');
});

describe('a replacement with line ends', () => {
  test.each<[string, string, [string, string], string]>([
    ['after its words', 'Thanks. Sign off. Bye.', ['sign off', 'Best,\n'], 'Thanks. Best,\nBye.'],
    ['before its words', 'Regards, sign off, Bob', ['sign off', '\nJohn'], 'Regards,\nJohn, Bob'],
    ['alone', 'One – new paragraph – two', ['new paragraph', '\n\n'], 'One\n\ntwo'],
  ])('%s leaves the marks beside it as they belong', (_where, text, rule, expected) => {
    expect(replace(text, rule)).toBe(expected);
  });

  test.each<[string, string]>([
    ['\nJohn', 'Bye.\nJohn'],
    ['\n\nJohn', 'Bye.\n\nJohn'],
    [' \nJohn', 'Bye. \nJohn'],
    ['High Street 1,\nLondon', 'Bye. High Street 1,\nLondon.'],
  ])('loses the full stop of its words only if it begins with one: %j', (to, expected) => {
    expect(replace('Bye. Sign off.', ['sign off', to])).toBe(expected);
  });
});

describe('a line break', () => {
  test.each([
    ['milk, New Line, eggs', 'milk,\neggs'],
    ['He wrote (new line) here.', 'He wrote\nhere.'],
    ['milk, new line, eggs (two)', 'milk,\neggs (two)'],
    ['(“Milk, new line.”) Eggs', '(“Milk”)\nEggs'],
  ])('leaves brackets and capitals as they are: “%s”', (text, expected) => {
    expect(replace(text, ['new line', '\n'])).toBe(expected);
  });

  test('removes the comma of a list in Chinese, which no space follows', () => {
    expect(writeCommands('牛奶，new line, 鸡蛋', ['en'])).toBe('牛奶\n鸡蛋');
  });
});

describe('a sign that is removed leaves the spaces beside it:', () => {
  test.each([
    ['It costs $50.', '$', 'It costs 50.'],
    ['It costs 50$ now.', '$', 'It costs 50 now.'],
    ['Our IT™(beta) is here.', '™', 'Our IT(beta) is here.'],
    ['The end™ of our pricing – really', '™', 'The end of our pricing – really'],
  ])('“%s”', (text, sign, expected) => {
    expect(replace(text, [sign, ''])).toBe(expected);
  });

  test('so does one that is replaced by a mark that opens or closes', () => {
    expect(replace('Open Menu > File.', ['>', '›'])).toBe('Open Menu › File.');
  });
});

describe('a removed filler', () => {
  test.each([
    ['¿Qué? ¿Um? Vamos.', '¿Qué? Vamos.'],
    ['Yes. Um.', 'Yes.'],
    ['Yes. (um) no', 'Yes. no'],
    ['No—well, um, yes', 'No—well, yes'],
    ['Wait – um, no', 'Wait – no'],
  ])('takes no more than its own marks from “%s”', (text, expected) => {
    expect(replace(text, ['um', ''])).toBe(expected);
  });
});

describe('a dictated dash has the spaces of the words before it:', () => {
  test.each([
    ['hello, dash, world', '– ', 'hello – world'],
    ['hello, dash, world', ' – ', 'hello – world'],
    ['hello,  dash, world', '–', 'hello – world'],
  ])('“%s”, written as “%s”', (text, to, expected) => {
    expect(replace(text, ['dash', to])).toBe(expected);
  });
});

describe('a Spanish question', () => {
  test.each([
    ['¿Vienes? Te espero, punto.', '¿Vienes? Te espero.'],
    ['¿Vienes, coma, o no?', '¿Vienes, o no?'],
    ['¿Qué? ¿Vienes? Punto. Hasta luego.', '¿Qué? Vienes. Hasta luego.'],
  ])('keeps the mark that opens it, unless another mark ends it: “%s”', (text, expected) => {
    expect(writeCommands(text, ['es'])).toBe(expected);
  });
});

test('a bracket that an earlier dictation opened keeps the mark after it', () => {
  expect(writeCommands('Close bracket, and so on.', ['en'])).toBe('), and so on.');
});

test.each([
  ['„', '“'],
  ['»', '«'],
  ['›', '‹'],
  ['«', '»'],
  ['‹', '›'],
])('a person can dictate quotes with %s and %s', (open, close) => {
  const rules: [string, string][] = [
    ['Zitat', open],
    ['Zitat Ende', close],
  ];
  const text = 'Er rief, Zitat, halt, Zitat Ende, und dann, Zitat, los, Zitat Ende.';
  expect(replace(text, ...rules)).toBe(
    `Er rief, ${open}halt${close}, und dann, ${open}los${close}.`,
  );
});

describe('no mark is doubled or lost', () => {
  test.each<[string, [string, string], string]>([
    ['By acme...', ['acme', 'Acme Inc.'], 'By Acme Inc.'],
    ['Ask acme, please.', ['acme', 'Acme (UK) Ltd'], 'Ask Acme (UK) Ltd, please.'],
    ['Cher jean\u00a0: je viens.', ['cher jean', 'Cher Jean,'], 'Cher Jean, je viens.'],
  ])('beside the replacement in “%s”', (text, rule, expected) => {
    expect(replace(text, rule)).toBe(expected);
  });
});
