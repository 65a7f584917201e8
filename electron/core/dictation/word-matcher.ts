const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const apostrophe = /^['’‘‛ʼʻ′´`＇]$/u;
const hyphen = /^[-‐‑]$/u;
/** Letters and digits as wide as Chinese ones. */
const fullWidth = /^[０-９Ａ-Ｚａ-ｚ]$/u;

/** A text as comparable units: one for each visible character. */
interface Units {
  /** As written, with apostrophes, hyphens, widths and spaces normalised. */
  exact: string[];
  /** The index at which each unit begins, and then the end of the text. */
  starts: number[];
}

/** Words to look for. */
interface Entry {
  readonly from: string;
  readonly matchCase?: boolean | undefined;
}

/** An entry, prepared for the search. */
interface Rule<E extends Entry> {
  entry: E;
  /** All of its spellings, each with the case folding of the text to compare it with. */
  spellings: { folding: CaseFolding; units: string[] }[];
}

type CaseFolding = 'exact' | 'lower' | 'turkish';

/** What was found in a text, from one index to another. */
export interface Found<E extends Entry> {
  entry: E;
  endsAt: number;
}

/** Finds words in texts. */
export class WordMatcher<E extends Entry> {
  readonly #rules: Rule<E>[];

  constructor(entries: readonly E[]) {
    // The longest first; of the same length, those that match case.
    this.#rules = entries
      .map((entry) => ({ entry, spellings: spellingsOf(entry) }))
      .filter(({ spellings }) => (spellings[0]?.units.length ?? 0) > 0)
      .toSorted((one, other) => lengthOf(other) - lengthOf(one) || caseOf(other) - caseOf(one));
  }

  /** @returns a function that finds the first rule that matches at an index of the text */
  in(text: string): (at: number, edges: ReadonlySet<number>) => Found<E> | null {
    const { exact, starts } = unitsOf(text);
    const folded: Record<CaseFolding, string[]> = {
      exact,
      lower: exact.map(lower),
      turkish: exact.map(turkish),
    };
    const indexes = new Map(starts.map((start, index) => [start, index]));
    return (at, edges) => {
      const index = indexes.get(at);
      if (index === undefined) return null;
      for (const { entry, spellings } of this.#rules)
        for (const { folding, units } of spellings) {
          if (folded[folding][index] !== units[0]) continue;
          const endsAt = starts[index + units.length];
          if (endsAt === undefined || !edges.has(endsAt)) continue;
          const isThere = units.every((unit, offset) => folded[folding][index + offset] === unit);
          if (isThere) return { entry, endsAt };
        }
      return null;
    };
  }
}

const lengthOf = ({ spellings }: Rule<Entry>): number => spellings[0]?.units.length ?? 0;
const caseOf = ({ entry }: Rule<Entry>): number => Number(entry.matchCase === true);

/**
 * Letters differ by case only in ways that their language decides: the capital of `ß` is `SS`, that
 * of a Turkish `i` is `İ`, and Greek capitals carry no accents.
 */
function spellingsOf({ from, matchCase }: Entry): Rule<Entry>['spellings'] {
  const { exact } = unitsOf(from.trim());
  if (matchCase === true) return [{ folding: 'exact', units: exact }];
  const capitals = ['en', 'tr', 'el'].map((language) => from.trim().toLocaleUpperCase(language));
  return [
    { folding: 'lower', units: exact.map(lower) },
    { folding: 'turkish', units: exact.map(turkish) },
    ...[...new Set(capitals)].map((capital) => ({
      folding: 'exact' as const,
      units: unitsOf(capital).exact,
    })),
  ];
}

// A final sigma is a separate letter.
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
  // An emoji may have a variation selector.
  return fullWidth.test(unit) ? unit.normalize('NFKC') : unit.replace(/(?<=.)[\uFE0E\uFE0F]$/u, '');
}
