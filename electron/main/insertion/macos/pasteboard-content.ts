import type { PasteboardItem, Reach } from './mac-system.ts';

/**
 * Content with one of these types is temporary or secret, and clipboard managers ignore it. A mark may
 * have no data. See https://nspasteboard.org.
 */
const isMark = (type: string): boolean => type.startsWith('org.nspasteboard.');

/** Content that another device has copied. macOS fetches it during the read, however long that takes. */
const remote = 'com.apple.is-remote-clipboard';

export const isRemote = (types: string[]): boolean => types.includes(remote);

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

/** An item on the pasteboard, before its content is read. */
export interface UnreadItem {
  types: string[];
  /** Null if the owner gives no data. */
  read: (type: string) => Buffer | null;
}

/**
 * Reads each type of each item.
 *
 * @returns null if there are more than `mostBytes`; nothing more is read then
 */
export function readItems(
  items: UnreadItem[],
  mostBytes: number,
): ReadonlyMap<string, Buffer | null>[] | null {
  let sizeBytes = 0;
  const contents: Map<string, Buffer | null>[] = [];
  for (const { types, read } of items) {
    const content = new Map<string, Buffer | null>();
    contents.push(content);
    for (const type of types) {
      const data = read(type);
      sizeBytes += data?.length ?? 0;
      if (sizeBytes > mostBytes) return null;
      content.set(type, data);
    }
  }
  return contents;
}

/**
 * Puts each type of an item on the pasteboard.
 *
 * @param set whether macOS took a type
 * @returns whether macOS took all but marks
 */
export function writeItem(
  item: PasteboardItem,
  set: (type: string, bytes: Buffer) => boolean,
): boolean {
  const refused = [...item].filter(([type, bytes]) => !set(type, bytes));
  return refused.every(([type]) => isMark(type));
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
