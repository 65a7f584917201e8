import type { PasteboardItem, Reach } from './mac-system.ts';

/**
 * Content with one of these types is temporary or secret, and clipboard managers ignore it. A mark may
 * have no data. See https://nspasteboard.org.
 */
const isMark = (type: string): boolean => type.startsWith('org.nspasteboard.');

const concealed = 'org.nspasteboard.ConcealedType';

/**
 * What can be restored of a pasteboard. A type that its owner promised and does not give is left out.
 *
 * @param types all types that the pasteboard names
 * @param items each type of each item, with null if its owner gives no data
 * @returns null if an item would be lost
 */
export function completeContent(
  types: string[],
  items: ReadonlyMap<string, Buffer | null>[],
): PasteboardItem[] | null {
  // Some programs put content on the pasteboard that belongs to no item.
  if (types.length > 0 && items.length === 0) return null;
  return items.some(givesNothing) ? null : items.map(givenContent);
}

const givesNothing = (item: ReadonlyMap<string, Buffer | null>): boolean => {
  const contents = [...item].filter(([type]) => !isMark(type));
  return contents.length > 0 && contents.every(([, data]) => data === null);
};

const givenContent = (item: ReadonlyMap<string, Buffer | null>): PasteboardItem =>
  new Map(
    [...item].flatMap(([type, data]): [string, Buffer][] => {
      const kept = data ?? (isMark(type) ? Buffer.alloc(0) : null);
      return kept === null ? [] : [[type, kept]];
    }),
  );

/** A password that was copied on this Mac stays on it, if its owner marks it as a password. */
export const reachOf = (items: PasteboardItem[]): Reach =>
  items.some((item) => item.has(concealed)) ? 'this-mac' : 'all-devices';
