/**
 * The number of letters that have to be changed, removed or added to turn one word into the other
 * (Levenshtein).
 */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of Array.from(one).entries()) {
    const above = row;
    row = [at + 1];
    for (const [index, candidate] of Array.from(other).entries()) {
      const replaced = (above[index] ?? 0) + (letter === candidate ? 0 : 1);
      row.push(Math.min(replaced, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
