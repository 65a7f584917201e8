/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Escolha outro com Alterar.';

export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `o disco com ${folder} está cheio: libere espaço nele`
    : `não é possível gravar em ${folder}: mude isso, ou indique outra pasta com --user-data-dir`;

export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'deve ser true ou false';
    case 'whole-number':
      return `deve ser um número inteiro de ${expected.least} a ${expected.most}`;
    case 'fraction':
      return 'deve ser um número de 0 a 1';
    case 'text':
      return `deve ser um texto de até ${expected.most} caracteres`;
    case 'color':
      return 'deve ser uma cor como #1a2b3c';
    case 'one-of':
      return `deve ser um de ${expected.options.join(', ')}`;
    case 'texts':
      return `deve ser uma lista de até ${expected.most} termos`;
    case 'languages':
      return `deve ser uma lista de até ${expected.most} idiomas, ou só “multi”`;
    case 'list':
      return `deve ser uma lista de até ${expected.most}`;
    case 'other':
      return 'não pode ser isso';
  }
}

export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `conta como o valor mais próximo de ${warning.least} a ${warning.most} ms`;
    case 'refused-below':
      return `costuma ser recusado abaixo de ${warning.leastHz} Hz`;
    case 'long-terms-ignored':
      return `contém termos com mais de ${warning.most} caracteres, que são ignorados`;
    case 'language-not-sent':
      return `contém um idioma que ${warning.model} não pode preferir, então não é enviado`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} entradas`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `a entrada ${last}`;
  return `as entradas ${rest.toReversed().join(', ')} e ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
