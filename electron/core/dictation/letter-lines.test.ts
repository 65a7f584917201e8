import { describe, expect, test } from 'vitest';
import { endsLetterLine } from './letter-lines.ts';

describe('a salutation or a closing of a letter ends with its comma:', () => {
  test.each([
    'Dear John,',
    'GOOD MORNING everyone,',
    'Sehr geehrte Frau Müller,',
    'Chère Madame,',
    'Queridos amigos,',
    'Gentile signora Rossi,',
    'Prezado senhor Silva,',
    'Kind regards,',
    'Bien cordialement,',
    'Un abrazo,',
    'Cordiali saluti,',
    'Muito obrigada,',
    'I will come tomorrow.\nThanks,',
    'Bom dia Maria, ',
  ])('“%s”', (text) => {
    expect(endsLetterLine(text)).toBe(true);
  });
});

describe('another line does not:', () => {
  test.each([
    'milk,',
    'Dear John',
    'Dear John,\nmilk,',
    'I met my dear John,',
    'Dear John and all of his many friends,',
    'I really do want the best,',
    'Dear John,\nthank you.',
  ])('“%s”', (text) => {
    expect(endsLetterLine(text)).toBe(false);
  });

  test('unless only line ends follow a line of a letter', () => {
    expect(endsLetterLine('Dear John,\n')).toBe(true);
  });
});
