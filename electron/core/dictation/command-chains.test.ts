import { describe, expect, test } from 'vitest';
import type { CommandLanguage } from '#shared/voice-commands.ts';
import { writeCommands } from './write-commands.ts';

type Case = [language: CommandLanguage, text: string, written: string];

describe('one command may follow another directly:', () => {
  test.each<Case>([
    ['en', 'He said, comma, open quote, yes, close quote.', 'He said, “yes”.'],
    ['en', 'We need, colon, new line, milk.', 'We need:\nmilk.'],
    ['en', 'Hello, full stop, open bracket, yes, close bracket.', 'Hello. (Yes).'],
    ['en', 'Milk, dash, open quote, fresh, close quote.', 'Milk – “fresh”.'],
    ['en', 'He left, dash, new line, and came back.', 'He left –\nand came back.'],
    ['en', 'Thanks, new line, new line, John', 'Thanks,\n\nJohn'],
    ['en', 'Thanks, new line, open bracket, John, close bracket.', 'Thanks,\n(John).'],
    ['en', 'See, open bracket, open quote, x, close quote, y.', 'See (“x”, y.'],
    ['es', 'Dijo, abrir comillas, abrir interrogación, qué.', 'Dijo, “¿qué.'],
    ['en', 'See, open bracket, x, close bracket, colon, yes.', 'See (x): yes.'],
    ['en', 'See, open bracket, x, close bracket, new line, yes.', 'See (x)\nyes.'],
    ['en', 'He said, open quote, a, close quote, open bracket, b.', 'He said, “a” (b.'],
    ['en', 'See, open bracket, open quote, x, close quote, close bracket.', 'See (“x”).'],
  ])('%s, “%s”', (language, text, written) => {
    expect(writeCommands(text, [language])).toBe(written);
  });
});

describe('the words beside a command set it apart:', () => {
  test.each<Case>([
    ['en', 'He said: Open quote, yes, close quote.', 'He said: “yes”.'],
    ['en', 'How are you, question mark? Fine.', 'How are you? Fine.'],
    ['en', 'Buy this, colon: milk.', 'Buy this: milk.'],
    ['en', 'Buy this, colon:', 'Buy this:'],
    ['fr', 'Il faut, deux points : du lait.', 'Il faut\u202f: du lait.'],
    ['en', 'We need 3. Comma. Maybe 4.', 'We need 3, maybe 4.'],
    ['de', 'Am 3. Mai. Komma. Oder so.', 'Am 3. Mai, oder so.'],
  ])('%s, “%s”', (language, text, written) => {
    expect(writeCommands(text, [language])).toBe(written);
  });
});

describe('words of sense stay:', () => {
  test.each<[CommandLanguage, string]>([
    ['en', 'Comma. And question mark.'],
    ['en', 'Note: Comma, then a space.'],
    ['en', 'Then, question mark fell down.'],
    ['en', 'Hello – comma butterflies.'],
    ['en', 'Then, colon cancer: a risk.'],
    ['de', 'Das ist der 3.  Punkt.'],
    ['es', ' Coma, por favor.'],
  ])('%s, “%s”', (language, text) => {
    expect(writeCommands(text, [language])).toBe(text);
  });
});
