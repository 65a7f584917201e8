import type { Replacement } from '#shared/settings.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const apostrophe = /^['’‘‛ʼʻ′´`＇]$/u;
const hyphen = /^[-‐‑]$/u;
/** Letters and digits as wide as Chinese ones. */
const fullWidth = /^[０-９Ａ-Ｚａ-ｚ]$/u;

/** A text as units that are compared: one for each character that a person sees. */
interface Units {
  /** As written, apart from apostrophes, hyphens, widths and the length of spaces, which do not count. */
  exact: string[];
  /** Where each begins in the text, and behind the last, where that ends. */
  starts: number[];
}

/** A replacement as it is looked for. */
interface Rule {
  replacement: Replacement;
  /** All the ways in which it can be written, in the reading that each is compared with. */
  spellings: { reading: Reading; units: string[] }[];
}

type Reading = 'exact' | 'lower' | 'turkish';

/** What was found in a text, from one index to another. */
export interface Found {
  replacement: Replacement;
  endsAt: number;
}

/** Finds replacements in one text. */
export class WordMatcher {
  readonly #rules: Rule[];

  constructor(replacements: readonly Replacement[]) {
    // The longest first; of the same length, the one that asks for more.
    this.#rules = replacements
      .map((replacement) => ({ replacement, spellings: spellingsOf(replacement) }))
      .filter(({ spellings }) => (spellings[0]?.units.length ?? 0) > 0)
      .toSorted((one, other) => lengthOf(other) - lengthOf(one) || caseOf(other) - caseOf(one));
  }

  /** @returns what a place in the text is asked with: its rules in order, the first that fits counts */
  in(text: string): (at: number, edges: ReadonlySet<number>) => Found | null {
    const { exact, starts } = unitsOf(text);
    const readings: Record<Reading, string[]> = {
      exact,
      lower: exact.map(lower),
      turkish: exact.map(turkish),
    };
    const indexes = new Map(starts.map((start, index) => [start, index]));
    return (at, edges) => {
      const index = indexes.get(at);
      if (index === undefined) return null;
      for (const { replacement, spellings } of this.#rules)
        for (const { reading, units } of spellings) {
          const endsAt = starts[index + units.length];
          if (endsAt === undefined || !edges.has(endsAt)) continue;
          const isThere = units.every((unit, offset) => readings[reading][index + offset] === unit);
          if (isThere) return { replacement, endsAt };
        }
      return null;
    };
  }
}

const lengthOf = ({ spellings }: Rule): number => spellings[0]?.units.length ?? 0;
const caseOf = ({ replacement }: Rule): number => Number(replacement.matchCase === true);

/**
 * Letters differ by case only in ways that their language decides: the capital of `ß` is `SS`, that
 * of a Turkish `i` is `İ`, and Greek capitals carry no accents.
 */
function spellingsOf({ from, matchCase }: Replacement): Rule['spellings'] {
  const { exact } = unitsOf(from.trim());
  if (matchCase === true) return [{ reading: 'exact', units: exact }];
  const capitals = ['en', 'tr', 'el'].map((language) => from.trim().toLocaleUpperCase(language));
  return [
    { reading: 'lower', units: exact.map(lower) },
    { reading: 'turkish', units: exact.map(turkish) },
    ...[...new Set(capitals)].map((capital) => ({
      reading: 'exact' as const,
      units: unitsOf(capital).exact,
    })),
  ];
}

// A sigma at the end of a word has a form of its own.
const lower = (unit: string): string => unit.toLowerCase().replaceAll('ς', 'σ');
const turkish = (unit: string): string => unit.toLocaleLowerCase('tr');

function unitsOf(text: string): Units {
  const exact: string[] = [];
  const starts: number[] = [];
  let isSpaceBefore = false;
  for (const { segment, index } of graphemes.segment(text)) {
    const isSpace = /^\s+$/u.test(segment);
    if (isSpace && isSpaceBefore) continue;
    isSpaceBefore = isSpace;
    exact.push(isSpace ? ' ' : plainMark(segment.normalize('NFC')));
    starts.push(index);
  }
  starts.push(text.length);
  return { exact, starts };
}

function plainMark(unit: string): string {
  if (apostrophe.test(unit)) return "'";
  if (hyphen.test(unit)) return '-';
  // A picture may be followed by a sign that asks for its colours.
  return fullWidth.test(unit) ? unit.normalize('NFKC') : unit.replace(/(?<=.)[\uFE0E\uFE0F]$/u, '');
}
