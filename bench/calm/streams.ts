import type { Turn } from '#shared/turn.ts';

/** What a service reports, one after the other: each is the newest turn, whole. */
export interface Stream {
  name: string;
  turns: Turn[];
}

const wordsInTurn = 14;
/** The number of last words that the service replaces in the stream of revisions. */
const revisedWords = 3;

/** Lengths as in English speech, so that lines break at many places. */
const vocabulary =
  'the people in a small town talk about weather and the long winter while their neighbours plan another celebration'.split(
    ' ',
  );

const wordAt = (turn: number, index: number): string =>
  vocabulary[(turn * 7 + index) % vocabulary.length] ?? '';

/** The word as the service first hears it, with another length. */
const misheard = (word: string): string => (word.length > 3 ? word.slice(0, -2) : `${word}ing`);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Formats nothing until the turn is final. */
function punctuated(words: string[]): string {
  const middle = Math.floor(words.length / 2);
  const text = words.map((word, index) => (index === middle ? `${word},` : word)).join(' ');
  return `${capital(text)}.`;
}

const stream = (
  name: string,
  turns: number,
  partialOf: (words: string[]) => string,
  finalOf: (words: string[]) => string,
): Stream => ({
  name,
  turns: Array.from({ length: turns }, (_, id) => {
    const words = Array.from({ length: wordsInTurn }, (_word, index) => wordAt(id, index));
    const partials = words.map((_word, index): Turn => {
      return { id, text: partialOf(words.slice(0, index + 1)), isFinal: false };
    });
    return [...partials, { id, text: finalOf(words), isFinal: true }];
  }).flat(),
});

const plain = (words: string[]): string => words.join(' ');

const revised = (words: string[]): string =>
  plain(
    words.map((word, index) =>
      index >= words.length - revisedWords && (index + words.length) % 2 === 0
        ? misheard(word)
        : word,
    ),
  );

/** Three ways in which a service reports: it adds words, formats them with the final, or replaces the last ones. */
export const streams = (turns: number): Stream[] => [
  stream('append-only', turns, plain, plain),
  stream('late punctuation', turns, plain, punctuated),
  stream('last three words revised', turns, revised, plain),
];
