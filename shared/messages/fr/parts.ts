/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Choisissez-en un autre avec Modifier.';

export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `le disque de ${folder} est plein : libérez-y de l’espace`
    : `${folder} n’est pas accessible en écriture : changez cela, ou indiquez un autre dossier avec --user-data-dir`;

export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'doit être true ou false';
    case 'whole-number':
      return `doit être un nombre entier de ${expected.least} à ${expected.most}`;
    case 'fraction':
      return 'doit être un nombre de 0 à 1';
    case 'text':
      return `doit être un texte de ${expected.most} caractères au plus`;
    case 'color':
      return 'doit être une couleur comme #1a2b3c';
    case 'one-of':
      return `doit être un de ${expected.options.join(', ')}`;
    case 'texts':
      return `doit être une liste de ${expected.most} termes au plus`;
    case 'languages':
      return `doit être une liste de ${expected.most} langues au plus, ou « multi » seul`;
    case 'list':
      return `doit être une liste de ${expected.most} au plus`;
    case 'other':
      return 'ne peut pas être cela';
  }
}

export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `compte comme la valeur la plus proche de ${warning.least} à ${warning.most} ms`;
    case 'refused-below':
      return `est, on le sait, refusé sous ${warning.leastHz} Hz`;
    case 'long-terms-ignored':
      return `contient des termes de plus de ${warning.most} caractères, qui sont ignorés`;
    case 'language-not-sent':
      return `contient une langue que ${warning.model} ne peut préférer, donc non envoyée`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} entrées`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `l’entrée ${last}`;
  return `les entrées ${rest.toReversed().join(', ')} et ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
