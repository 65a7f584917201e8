import * as v from 'valibot';

/** What a list in a file may hold, and which entries count where there are more. */
export interface ListRule<Entry extends v.GenericSchema = v.GenericSchema> {
  entry: Entry;
  most: number;
  /** Which entries are kept of a list that is too long. */
  keep: 'first' | 'last';
}

/**
 * Reads a list one entry at a time: an entry that does not fit costs only itself. What is no list at
 * all is an empty one.
 */
export const readableList = <Entry extends v.GenericSchema>(rule: ListRule<Entry>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list): v.InferOutput<Entry>[] => {
        const unread = new Set(unreadEntries(rule, list));
        return list.flatMap((value, index) =>
          unread.has(index) ? [] : [v.parse(rule.entry, value)],
        );
      }),
    ),
    [],
  );

/** The indexes of the entries that {@link readableList} leaves out. */
export function unreadEntries({ entry, most, keep }: ListRule, list: unknown[]): number[] {
  const indexes = list.map((_, index) => index);
  const fitting = indexes.filter((index) => v.is(entry, list[index]));
  const kept = new Set(keep === 'first' ? fitting.slice(0, most) : fitting.slice(-most));
  return indexes.filter((index) => !kept.has(index));
}
