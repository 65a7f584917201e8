/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Scegline un’altra con Cambia.';

export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `il disco con ${folder} è pieno: libera dello spazio`
    : `${folder} non è scrivibile: rimedia, o indica un’altra cartella con --user-data-dir`;

export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'deve essere true o false';
    case 'whole-number':
      return `deve essere un numero intero da ${expected.least} a ${expected.most}`;
    case 'fraction':
      return 'deve essere un numero da 0 a 1';
    case 'text':
      return `deve essere un testo di al massimo ${expected.most} caratteri`;
    case 'color':
      return 'deve essere un colore come #1a2b3c';
    case 'one-of':
      return `deve essere uno tra ${expected.options.join(', ')}`;
    case 'texts':
      return `deve essere un elenco di al massimo ${expected.most} termini`;
    case 'languages':
      return `deve essere un elenco di al massimo ${expected.most} lingue, o solo «multi»`;
    case 'list':
      return `deve essere un elenco di al massimo ${expected.most}`;
    case 'other':
      return 'non può essere così';
  }
}

export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `conta come il valore più vicino da ${warning.least} a ${warning.most} ms`;
    case 'refused-below':
      return `di solito è rifiutato sotto ${warning.leastHz} Hz`;
    case 'long-terms-ignored':
      return `contiene termini di più di ${warning.most} caratteri, che sono ignorati`;
    case 'language-not-sent':
      return `contiene una lingua che ${warning.model} non può preferire e che non è inviata`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} voci`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `la voce ${last}`;
  return `le voci ${rest.toReversed().join(', ')} e ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
