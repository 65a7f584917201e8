import type { Replacement } from '#shared/setting-values.ts';

/** An entry of a dictionary, as a line of a text file. */
export type Entry =
  { type: 'term'; term: string } | { type: 'replacement'; replacement: Replacement };

/** The third field of a replacement that matches case. */
const matchCase = 'match case';

const escapes = { '\\': '\\', n: '\n', r: '\r', t: '\t', s: ' ', '→': '→' } as const;
const escaped = new Map(Object.entries(escapes).map(([letter, sign]) => [sign, `\\${letter}`]));

/** Spaces only need an escape at the ends, where reading removes them. */
const toEscape = /[\\\n\r\t→]|^ | $/gu;

const written = (text: string): string =>
  text.replace(toEscape, (sign) => escaped.get(sign as ' ') ?? sign);

/** Other white space is kept: before a colon, French has a space that does not break. */
const withoutEndSpaces = (text: string): string => text.replace(/^ +| +$/gu, '');

/** A backslash before another letter is a backslash. */
const read = (field: string): string =>
  withoutEndSpaces(field).replace(
    /\\([\\nrts→])/gu,
    (_, letter: keyof typeof escapes) => escapes[letter],
  );

/**
 * A dictionary as a text: one entry a line, a term as it is and a replacement as `from → to`. `\n`, `\t`,
 * `\→`, `\\` and, at an end, `\s` stand for signs that would not be read again. A replacement that matches
 * case has a third field.
 */
export function dictionaryText(entries: readonly Entry[]): string {
  return entries.map((entry) => `${lineOf(entry)}\n`).join('');
}

function lineOf(entry: Entry): string {
  if (entry.type === 'term') return written(entry.term);
  const { from, to, matchCase: asksForCase } = entry.replacement;
  const fields = [written(from), written(to), ...(asksForCase === true ? [matchCase] : [])];
  return withoutEndSpaces(fields.join(' → '));
}

/** A line that is no entry. */
export type BadLine = { type: 'bad'; why: 'no-words' | 'more-fields' };

/**
 * Reads one line. The fields of a replacement are separated by an arrow or a tab.
 *
 * @returns null for an empty line
 */
export function readLine(line: string): Entry | BadLine | null {
  if (line.trim() === '') return null;
  const [from, to, ...others] = fieldsOf(line);
  if (from.trim() === '') return { type: 'bad', why: 'no-words' };
  if (to === undefined) return { type: 'term', term: from };
  // Spreadsheets end a row with tabs.
  const [third, ...more] = others.filter((other) => other !== '');
  const asksForCase = third?.toLowerCase() === matchCase;
  if (more.length > 0 || (third !== undefined && !asksForCase))
    return { type: 'bad', why: 'more-fields' };
  return {
    type: 'replacement',
    replacement: { from: from.trim(), to, ...(asksForCase && { matchCase: true }) },
  };
}

function fieldsOf(line: string): [...string[], string] {
  const fields: string[] = [];
  let field = '';
  for (const [sign] of line.matchAll(/\\.|./gsu)) {
    if (sign === '→' || sign === '\t') {
      fields.push(read(field));
      field = '';
    } else field += sign;
  }
  return [...fields, read(field)];
}
