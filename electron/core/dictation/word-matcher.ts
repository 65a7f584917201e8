/** Finds visible characters. */
const graphemes = new Intl.Segmenter('en');

/* Marks that look like the plain ones. */
const apostrophes = '’‘‛ʼʻ′´`＇';
const hyphens = '‐‑';
/** Letters and digits as wide as Chinese ones. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ]/u;

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
  /** Of what is found, in visible characters. */
  length: number;
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
      .filter(({ from }) => from !== '')
      .map(ruleOf)
      .toSorted((one, other) => other.length - one.length || caseOf(other) - caseOf(one));
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
          const isThere = units.every((unit, offset) => folded[folding][index + offset] === unit);
          const endsAt = starts[index + units.length];
          if (isThere && endsAt !== undefined && edges.has(endsAt)) return { entry, endsAt };
        }
      return null;
    };
  }
}

const caseOf = ({ entry }: Rule<Entry>): number => Number(entry.matchCase === true);

/**
 * Letters differ by case only in ways that their language decides: the capital of `ß` is `SS`, that
 * of a Turkish `i` is `İ`, and Greek capitals carry no accents.
 */
function ruleOf<E extends Entry>(entry: E): Rule<E> {
  const { exact } = unitsOf(entry.from);
  const { length } = exact;
  if (entry.matchCase === true)
    return { entry, length, spellings: [{ folding: 'exact', units: exact }] };
  const capitals = ['en', 'tr', 'el'].map((language) => entry.from.toLocaleUpperCase(language));
  const spellings: Rule<E>['spellings'] = [
    { folding: 'lower', units: exact.map(lower) },
    { folding: 'turkish', units: exact.map(turkish) },
    ...[...new Set(capitals)].map((capital) => ({
      folding: 'exact' as const,
      units: unitsOf(capital).exact,
    })),
  ];
  return { entry, length, spellings };
}

const lowerIn =
  (language: string) =>
  (unit: string): string =>
    // A final sigma is a separate letter.
    unit.toLocaleLowerCase(language).replaceAll('ς', 'σ');
const lower = lowerIn('en');
const turkish = lowerIn('tr');

function unitsOf(text: string): Units {
  const exact: string[] = [];
  const starts: number[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const isSpace = segment.trim() === '';
    if (isSpace && exact.at(-1) === ' ') continue;
    exact.push(isSpace ? ' ' : plain(segment.normalize('NFC')));
    starts.push(index);
  }
  starts.push(text.length);
  return { exact, starts };
}

function plain(unit: string): string {
  if (apostrophes.includes(unit)) return "'";
  if (hyphens.includes(unit)) return '-';
  // An emoji may have variation selectors.
  return fullWidth.test(unit) ? unit.normalize('NFKC') : unit.replace(/(?<=.)[\uFE0E\uFE0F]/gu, '');
}
