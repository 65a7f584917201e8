import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLanguages, voiceCommandIds, wordingsOf } from '#shared/voice-commands.ts';
import { writeCommands } from './write-commands.ts';

type Case = [text: string, written: string];

const english: Case[] = [
  ['Hello, comma, how are you? Question mark.', 'Hello, how are you?'],
  ['Hello. Comma. How are you? Question mark.', 'Hello, how are you?'],
  ['Dear John, comma, new line, thank you. Full stop.', 'Dear John,\nthank you.'],
  ['That is all, period, new paragraph, see you soon', 'That is all.\n\nSee you soon'],
  ['Hello, full stop, how are you', 'Hello. How are you'],
  ['He said, open quote, hello, close quote, and left.', 'He said, “hello”, and left.'],
  ['He said, open quote, I’m late, full stop, unquote.', 'He said, “I’m late.”'],
  ['Open quote, hello, comma, close quote, he said.', '“hello,” he said.'],
  ['See, open bracket, page two, close bracket, for more.', 'See (page two), for more.'],
  ['See. Open parenthesis. Page two. Close parenthesis.', 'See. (Page two.)'],
  ['Buy: new line, dash, milk, new line, dash, eggs.', 'Buy:\n– milk\n– eggs.'],
  ['Note: Colon. Buy milk.', 'Note: Buy milk.'],
  ['Note: Colon. The end.', 'Note: The end.'],
  ['Open quote, hello, close quote', '“hello”'],
  ['hello. New line. see you', 'hello.\nSee you'],
  ['Hello. new line. see you', 'Hello.\nsee you'],
  ['One, semicolon, two, dash, three', 'One; two – three'],
  ['John is here, exclamation mark', 'John is here!'],
  ['hello – comma – world', 'hello, world'],
  ['Really? Full stop. And then?', 'Really. And then?'],
  ['Open quote. Question mark, close quote.', 'Open quote. Question mark, close quote.'],
];

const byLanguage: Record<string, Case[]> = {
  en: english,
  de: [
    ['Hallo. Komma. Wie geht es dir? Fragezeichen.', 'Hallo, wie geht es dir?'],
    ['Gut. Punkt. Neuer Absatz. Bis bald, Ausrufezeichen.', 'Gut.\n\nBis bald!'],
    [
      'Er sagte, Doppelpunkt, Anführungszeichen auf, ich komme, Anführungszeichen zu.',
      'Er sagte: „ich komme“.',
    ],
    ['Klammer auf, siehe oben, Klammer zu.', '(siehe oben).'],
    ['Es kostet 5. Neue Zeile. Danke.', 'Es kostet 5.\nDanke.'],
    ['eins, Strichpunkt, zwei, Gedankenstrich, drei', 'eins; zwei – drei'],
  ],
  fr: [
    ['Bonjour, virgule, comment vas-tu, point d’interrogation.', 'Bonjour, comment vas-tu\u202f?'],
    [
      'Bonjour ! Virgule. Comment vas-tu ? Point d’interrogation.',
      'Bonjour, comment vas-tu\u202f?',
    ],
    ['C’est fini. Point à la ligne. Merci.', 'C’est fini.\nMerci.'],
    [
      'Il dit, deux points, ouvrez les guillemets, je viens, fermez les guillemets, point.',
      'Il dit\u202f: «\u202fje viens\u202f».',
    ],
    ['oui, point-virgule, non, point d’exclamation', 'oui\u202f; non\u202f!'],
    ['Oui, ouvrir la parenthèse, non, fermer la parenthèse, tiret, si', 'Oui (non) – si'],
  ],
  es: [
    ['Hola, coma, ¿cómo estás? Signo de interrogación.', 'Hola, ¿cómo estás?'],
    [
      'Hola, abrir interrogación, cómo estás, cerrar interrogación, bien',
      'Hola, ¿cómo estás? Bien',
    ],
    ['¿Vienes? Punto. Hasta luego.', 'Vienes. Hasta luego.'],
    ['Ven. Punto y aparte. Adiós.', 'Ven.\n\nAdiós.'],
    ['Ven, punto y aparte, adiós', 'Ven.\n\nAdiós'],
    ['uno, punto y coma, dos, dos puntos, tres, nueva línea, fin', 'uno; dos: tres\nfin'],
    ['Dijo, abrir comillas, sí, cerrar comillas, punto.', 'Dijo, “sí”.'],
  ],
  it: [
    ['Ciao, virgola, come stai? Punto interrogativo. A capo. Bene.', 'Ciao, come stai?\nBene.'],
    ['Disse, due punti, aperte virgolette, vengo, chiuse virgolette, punto.', 'Disse: “vengo”.'],
    ['Fine. Punto e a capo. Inizio, punto esclamativo.', 'Fine.\n\nInizio!'],
  ],
  pt: [
    ['Olá, vírgula, tudo bem? Ponto de interrogação. Até logo.', 'Olá, tudo bem? Até logo.'],
    ['Abrir parênteses, sim, fechar parênteses, ponto final.', '(sim).'],
    ['um, ponto e vírgula, dois, travessão, três, novo parágrafo, fim', 'um; dois – três\n\nFim'],
  ],
};

describe.each(commandLanguages)('in %s', (language) => {
  test.each(byLanguage[language] ?? [])('“%s”', (text, written) => {
    expect(writeCommands(text, [language])).toBe(written);
  });

  test('each wording says one thing, alone and between two words', () => {
    const wordings = wordingsOf(language);
    expect(new Set(wordings.map(({ from }) => from.toLowerCase())).size).toBe(wordings.length);
    for (const { from, writes } of wordings) {
      expect(writeCommands(`${from}.`, [language]), from).toBe(writes);
      const between = writeCommands(`foo, ${from}, bar`, [language]);
      expect(between, from).toContain(writes.trim());
      expect(between, from).not.toContain(from);
      expect(between.toLowerCase(), from).toMatch(/^foo[^\p{L}]+bar$/u);
    }
  });

  test('there is a wording for every command that is not Spanish only', () => {
    const spanish = ['openQuestion', 'openExclamation', 'lastSentence'];
    const known = wordingsOf(language).map(({ id }) => id);
    expect(known).toEqual(
      expect.arrayContaining(voiceCommandIds.filter((id) => !spanish.includes(id))),
    );
  });
});

describe('words of sense stay:', () => {
  test.each([
    ['en', 'The comma is missing.'],
    ['en', 'Hello comma how are you'],
    ['en', 'The period, of course, is over.'],
    ['en', 'He came to a full stop.'],
    ['en', 'New line managers arrived. New paragraph styles, too.'],
    ['en', 'What is missing? Comma? I don’t know.'],
    ['en', 'Comma: a mark.'],
    ['en', 'Comma – a butterfly.'],
    ['en', 'He said “comma.”'],
    ['en', 'He typed “open bracket, close bracket”, then left.'],
    ['en', 'comma, colon, dash'],
    ['en', 'There are three marks: comma, colon, dash.'],
    ['en', 'Marks are colon, comma, and dash.'],
    ['en', 'It knows comma, new line, and question mark.'],
    ['en', 'It knows comma, new line.'],
    ['en', 'See period.com, period-drama and comma’s use.'],
    ['en', 'Komma. Neue Zeile. Virgule.'],
    ['de', 'Das Komma fehlt. Der Punkt ist, dass er fehlt.'],
    ['de', 'Das ist der 3. Punkt, der fehlt.'],
    ['de', 'Punkt, Komma, Strich, fertig ist das Mondgesicht.'],
    ['de', 'Er setzt Punkt und Komma.'],
    ['fr', 'Un point, c’est tout. Il a deux points, non\u202f?'],
    ['es', 'Coma, por favor. Tome, y coma bien.'],
    ['es', 'El punto, la coma y los dos puntos.'],
    ['it', 'Il punto, a capo di tutto, è questo.'],
    ['pt', 'O ponto, a vírgula e o ponto final.'],
  ] as const)('%s, “%s”', (language, text) => {
    expect(writeCommands(text, [language])).toBe(text);
  });
});

describe('the comma of a pause before a line end', () => {
  test.each<Case>([
    ['Milk, new line, eggs, new line, bread.', 'Milk\neggs\nbread.'],
    ['First line, new line. Second line.', 'First line\nSecond line.'],
    ['Dear John, new line, thank you.', 'Dear John,\nthank you.'],
    ['Thank you. New line. Best regards, new line, John', 'Thank you.\nBest regards,\nJohn'],
    ['milk, comma, new line, eggs', 'milk,\neggs'],
    ['Dear John, new line, open bracket, draft, close bracket.', 'Dear John,\n(draft).'],
    [
      'Dear friends of cheese from all over the world, new line, hi',
      'Dear friends of cheese from all over the world\nhi',
    ],
  ])('“%s”', (text, written) => {
    expect(writeCommands(text, ['en'])).toBe(written);
  });
});

test('a dash that is dictated stays at the end of its line', () => {
  expect(writeCommands('milk, dash, new line, eggs', ['en'])).toBe('milk –\neggs');
});

test('the capital after a comma goes if the word has it only at the beginning of a sentence', () => {
  expect(writeCommands('Hi. Comma. The end.', ['en'])).toBe('Hi, the end.');
  expect(writeCommands('Hi. Comma. John is here.', ['en'])).toBe('Hi, John is here.');
  expect(writeCommands('Hi. Comma. I am here.', ['en'])).toBe('Hi, I am here.');
  expect(writeCommands('Ja. Komma. Der Hund.', ['de'])).toBe('Ja, der Hund.');
});

test('the languages that are spoken count, each with its quotes', () => {
  const text = 'Open quote, yes, close quote. Komma. Ja.';
  expect(writeCommands(text, ['de', 'en'])).toBe('“yes”, Ja.');
  expect(writeCommands(text, ['de'])).toBe('Open quote, yes, close quote, Ja.');
  expect(writeCommands(text, [])).toBe(text);
});

test.each(['…', '?!', ''])('a text without commands stays as it is: “%s”', (text) => {
  expect(writeCommands(text, ['en'])).toBe(text);
});

test('words that the person replaces are no command', () => {
  expect(writeCommands('a, Open Bracket, b, comma, c', ['en'], new Set(['open bracket']))).toBe(
    'a, Open Bracket, b, c',
  );
});

const anyWord = fc.constantFrom(
  ...['comma', 'colon', 'new line', 'open quote', 'close quote', 'full stop', 'dash'],
  ...['hello', 'John', 'the', 'and', '3', '“', '”', '?', ',', '.', '–', ':', '\n'],
);

test('no other word is lost, whatever stands beside the commands', () => {
  const names = /comma|colon|new line|open quote|close quote|full stop|dash|\P{L}+/giu;
  const others = (text: string): string => text.toLowerCase().replace(names, ' ').trim();
  const words = (text: string): string[] => others(text).split(/\s+/u);
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 20 }), (parts) => {
      const text = parts.join(' ').replaceAll(/ (?=[,.?:])/gu, '');
      expect(words(writeCommands(text, ['en']))).toEqual(words(text));
    }),
  );
});

test('every text can be handled', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(typeof writeCommands(text, commandLanguages)).toBe('string');
    }),
  );
});
