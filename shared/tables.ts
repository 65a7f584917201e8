/*
 * A table is an object with fixed keys, such as that of the settings. TypeScript forgets the keys in
 * Object.keys and Object.fromEntries, because other objects may have more. Here they are kept.
 */

/** The keys of a table, in its order. */
export function keysOf<Table extends object>(table: Table): Extract<keyof Table, string>[] {
  const isKey = (key: string): key is Extract<keyof Table, string> => Object.hasOwn(table, key);
  return Object.keys(table).filter(isKey);
}

/** The table with these entries, which have to be one for each key. */
export const tableOf = <Key extends string, Value>(
  entries: readonly (readonly [Key, Value])[],
): Record<Key, Value> => Object.fromEntries(entries) as Record<Key, Value>;

/** One property of each entry of a table. */
export function columnOf<
  Property extends string,
  Table extends Record<keyof Table, Record<Property, unknown>>,
>(table: Table, property: Property) {
  type Column = { [Key in keyof Table]: Table[Key][Property] };
  const column: Partial<Column> = {};
  for (const key of keysOf(table)) column[key] = table[key][property];
  return column as Column;
}
