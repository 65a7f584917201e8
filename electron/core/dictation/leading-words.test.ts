import { expect, test } from 'vitest';
import type { CommandLanguage } from '#shared/voice-commands.ts';
import { removeFillers } from './fillers.ts';

const remove = (language: CommandLanguage, text: string): string =>
  removeFillers(text, { spoken: [language], possible: [language] });

test.each([
  ['en', 'I saw their, um, house.', 'I saw their house.'],
  ['en', 'It is very, um, big.', 'It is very big.'],
  ['en', 'We are, um, late.', 'We are late.'],
  ['en', 'And she, um, thinks so.', 'And she thinks so.'],
  ['en', 'He, um, thinks so.', 'He thinks so.'],
  ['de', 'Ich sehe den, ähm, Hund.', 'Ich sehe den Hund.'],
  ['de', 'Es ist für, ähm, Anna.', 'Es ist für Anna.'],
  ['fr', 'Je vais aux, euh, toilettes.', 'Je vais aux toilettes.'],
  ['fr', 'Je viens avec, euh, Anne.', 'Je viens avec Anne.'],
  ['es', 'Quiero el, ehm, libro.', 'Quiero el libro.'],
  ['es', 'Somos Ana y, ehm, Juan.', 'Somos Ana y Juan.'],
  ['it', 'Vedo gli, ehm, amici.', 'Vedo gli amici.'],
  ['it', 'La casa della, ehm, zia.', 'La casa della zia.'],
  ['pt', 'Vejo uma, ehm, casa.', 'Vejo uma casa.'],
  ['pt', 'Trabalho em, ehm, Lisboa.', 'Trabalho em Lisboa.'],
] as const)(
  '%s: a word that goes on loses both commas of a filler in “%s”',
  (language, text, to) => {
    expect(remove(language, text)).toBe(to);
  },
);

test.each([
  ['en', 'In spring, um, we met.', 'In spring, we met.'],
  ['en', 'In 1990, um, we met.', 'In 1990, we met.'],
  ['en', 'In plan-a, um, we met.', 'In plan-a, we met.'],
  ['es', 'En mayo, ehm, nos vimos.', 'En mayo, nos vimos.'],
] as const)('%s: another keeps a comma in “%s”', (language, text, to) => {
  expect(remove(language, text)).toBe(to);
});
