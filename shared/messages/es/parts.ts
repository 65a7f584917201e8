/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Elige otro con Cambiar.';

export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `el disco de ${folder} está lleno: libera espacio en él`
    : `no se puede escribir en ${folder}: cámbialo, o indica otra carpeta con --user-data-dir`;

export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'tiene que ser true o false';
    case 'whole-number':
      return `tiene que ser un número entero de ${expected.least} a ${expected.most}`;
    case 'fraction':
      return 'tiene que ser un número de 0 a 1';
    case 'text':
      return `tiene que ser un texto de ${expected.most} caracteres como máximo`;
    case 'color':
      return 'tiene que ser un color como #1a2b3c';
    case 'one-of':
      return `tiene que ser uno de ${expected.options.join(', ')}`;
    case 'texts':
      return `tiene que ser una lista de ${expected.most} términos como máximo`;
    case 'languages':
      return `tiene que ser una lista de ${expected.most} idiomas como máximo, o solo «multi»`;
    case 'list':
      return `tiene que ser una lista de ${expected.most} como máximo`;
    case 'other':
      return 'no puede ser eso';
  }
}

export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `cuenta como el valor más cercano de ${warning.least} a ${warning.most} ms`;
    case 'refused-below':
      return `se rechaza, que se sepa, por debajo de ${warning.leastHz} Hz`;
    case 'long-terms-ignored':
      return `tiene términos de más de ${warning.most} caracteres, que se ignoran`;
    case 'language-not-sent':
      return `tiene un idioma que ${warning.model} no puede preferir, así que no se envía`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} entradas`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `la entrada ${last}`;
  return `las entradas ${rest.toReversed().join(', ')} y ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
