/** Parts of sentences that several entries share. */
import type { ValueWarning, Expectation } from '../../expectation.ts';

export const chooseAnother = 'Wählen Sie mit Ändern ein anderes.';

export const whyNotWritten = ({ why, folder }: { why: 'full' | 'unwritable'; folder: string }) =>
  why === 'full'
    ? `das Laufwerk mit ${folder} ist voll: Schaffen Sie dort Platz`
    : `${folder} ist nicht beschreibbar: Ändern Sie das, oder nennen Sie mit --user-data-dir einen anderen Ordner`;

export function expectationWords(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return 'muss true oder false sein';
    case 'whole-number':
      return `muss eine ganze Zahl von ${expected.least} bis ${expected.most} sein`;
    case 'fraction':
      return 'muss eine Zahl von 0 bis 1 sein';
    case 'text':
      return `darf höchstens ${expected.most} Zeichen haben`;
    case 'color':
      return 'muss eine Farbe wie #1a2b3c sein';
    case 'one-of':
      return `muss eines sein von ${expected.options.join(', ')}`;
    case 'texts':
      return `darf höchstens ${expected.most} Begriffe haben`;
    case 'languages':
      return `darf höchstens ${expected.most} Sprachen haben, oder nur „multi“`;
    case 'list':
      return `darf höchstens ${expected.most} Einträge haben`;
    case 'other':
      return 'darf das nicht sein';
  }
}

export function warningWords(warning: ValueWarning): string {
  switch (warning.type) {
    case 'brought-into-range':
      return `gilt als nächster Wert zwischen ${warning.least} und ${warning.most} ms`;
    case 'refused-below':
      return `wird unter ${warning.leastHz} Hz bekanntlich abgelehnt`;
    case 'long-terms-ignored':
      return `enthält Begriffe über ${warning.most} Zeichen, die ignoriert werden`;
    case 'language-not-sent':
      return `enthält eine Sprache, die ${warning.model} nicht bevorzugen kann und die nicht gesendet wird`;
  }
}

/** More positions than these are counted instead of named. */
const mostNamed = 5;

export function entryWords(positions: number[]): string {
  if (positions.length > mostNamed) return `${positions.length} Einträge`;
  const [last, ...rest] = positions.toReversed();
  if (rest.length === 0) return `Eintrag ${last}`;
  return `Einträge ${rest.toReversed().join(', ')} und ${last}`;
}

export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
