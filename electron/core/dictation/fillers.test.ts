import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLanguages, type CommandLanguage } from '#shared/voice-commands.ts';
import { removeFillers } from './fillers.ts';

const remove = (text: string, ...spoken: CommandLanguage[]): string =>
  removeFillers(text, { spoken, possible: spoken });
/** Nothing is known of the language. */
const removeInUnknown = (text: string): string =>
  removeFillers(text, { spoken: ['en'], possible: commandLanguages });

describe('fillers go, with their marks:', () => {
  test.each([
    ['en', 'Um, yes.', 'Yes.'],
    ['en', 'Um, 👍', '👍'],
    ['en', 'Um I think so.', 'I think so.'],
    ['en', 'So, uh, I think, uhm, we should go.', 'So, I think, we should go.'],
    ['en', 'yes uh no', 'yes no'],
    ['en', 'Uh um, I think so.', 'I think so.'],
    ['en', 'Uh-uh, no, um, wait.', 'Uh-uh, no, wait.'],
    ['en', 'Ummmm, well, uhhhh, okay', 'Well, okay'],
    ['en', 'I want to, um... Go home.', 'I want to... Go home.'],
    ['en', 'They are, er, closed. Erm, yes?', 'They are closed. Yes?'],
    ['en', 'It was the, like, biggest. I, like, think so.', 'It was the biggest. I think so.'],
    ['en', 'Um, yes', 'Yes'],
    ['en', 'I met um John.', 'I met John.'],
    ['en', 'Um, uh oh!', 'Uh oh!'],
    ['en', '“Um, yes,” he said.', '“Yes,” he said.'],
    ['en', 'He said “no, um,” and left.', 'He said “no,” and left.'],
    ['en', 'He said “um, no” and left.', 'He said “no” and left.'],
    ['de', 'Ähm, ich, äh, komme um acht.', 'Ich komme um acht.'],
    ['de', 'Ähm. Also, äääh, ja.', 'Also, ja.'],
    ['fr', 'Euh, je, euh, ne sais pas, euh...', 'Je ne sais pas...'],
    ['fr', 'Euuuh, oui\u202f!', 'Oui\u202f!'],
    ['es', 'Ehm, quiero un, este, café. Sí, eeeh, no.', 'Quiero un café. Sí, no.'],
    ['es', 'De, eh, la casa. Con eh los amigos.', 'De la casa. Con los amigos.'],
    ['it', 'Ehm, sì, ehm, certo.', 'Sì, certo.'],
    ['pt', 'Ãh, um café, ehm, por favor.', 'Um café, por favor.'],
  ] as const)('%s, “%s”', (language, text, expected) => {
    expect(remove(text, language)).toBe(expected);
  });
});

describe('words of sense stay:', () => {
  test.each([
    ['en', 'Umm Kulthum sang, and I met Er Ping.'],
    ['en', 'Uh huh, that is right. Uh-huh. Uh oh. Uh-oh. Uh-uh.'],
    ['en', 'Uhh huh. Uh - oh. Uh - uh. Uhh uh.'],
    ['en', 'Ah, oh, hmm, I see. Ha!'],
    ['en', 'The ER and UM. To err is human. Umm-hmm.'],
    ['en', 'I like it. He, like his father, left. Fruits, like, say, apples.'],
    ['en', 'Under the video are the like, the dislike and, next to the like, the share button.'],
    ['en', 'He said “um” and “uh.” The umbrella. foo_um um2 um.org'],
    ['de', 'Um eins kommt er. Eh klar. Er, der Chef, um den es geht.'],
    ['de', 'Also, halt, na ja.'],
    ['fr', 'Elle a dit « euh » et « euh... ».'],
    ['fr', 'Il a eu peur. Eh bien, bah, ben, hein\u202f?'],
    ['es', 'Este coche. No me gusta este. De los dos, este, el rojo. Y, este, al fin, ganó.'],
    ['es', 'De, eh... la casa.'],
    ['es', 'Bonito, ¿eh? ¡Eh, tú! Eh, ven aquí. Es bonito, eh.'],
    ['it', 'Eh, sì. Cioè, ecco, mah.'],
    ['pt', 'Um, dois, três. É um café. Em casa, eh.'],
  ] as const)('%s, “%s”', (language, text) => {
    expect(remove(text, language)).toBe(text);
  });
});

describe('if the language is unknown,', () => {
  test.each([
    ['Um, I think so.', 'I think so.'],
    ['Um, buy milk.', 'Buy milk.'],
    ['Er, I don’t know.', 'I don’t know.'],
    ['Uh, John.', 'John.'],
  ])('“%s” loses its filler', (text, expected) => {
    expect(removeInUnknown(text)).toBe(expected);
  });

  test.each([
    'Um, dois, três.',
    'Um acht, okay?',
    'Ich gehe um acht, um zu lernen.',
    'Er kommt.',
    'Um café, por favor.',
  ])('“%s” may be German or Portuguese', (text) => {
    expect(removeInUnknown(text)).toBe(text);
  });

  test('a preference for Portuguese leaves its article alone', () => {
    expect(remove('Um, dois, três.', 'en', 'pt')).toBe('Um, dois, três.');
  });

  test('a preference for German leaves German words alone, and English goes by how the text reads', () => {
    expect(remove('Er, der Chef, kommt um acht.', 'en', 'de')).toBe('Er, der Chef, kommt um acht.');
    expect(remove('Um, we need the, äh, rest.', 'en', 'de')).toBe('We need the rest.');
  });
});

test.each([
  ['Umm  Kulthum sang.', 'Umm  Kulthum sang.'],
  ['It was the,  like,  biggest.', 'It was the  biggest.'],
])('two spaces between words are like one: “%s”', (text, expected) => {
  expect(remove(text, 'en')).toBe(expected);
});

test.each(['Um.', 'Um, uh... umm.', 'uh', '(um)', '... um.'])('“%s” is nothing', (text) => {
  expect(remove(text, 'en')).toBe('');
});

test('a text without fillers stays as it is', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(words, (text) => {
      fc.pre(!/um|uh|er|like/iu.test(text));
      expect(remove(text, 'en')).toBe(text);
    }),
  );
});
