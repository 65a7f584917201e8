import {
  none,
  type PasteboardItem,
  type Reach,
  type Reference,
  type Written,
} from './mac-system.ts';
import {
  bytesOf,
  elementsOf,
  hasMethod,
  inPool,
  integerOf,
  isTrue,
  nsData,
  nsString,
  objcClass,
  send,
  textOf,
} from './objective-c.ts';
import {
  completeContent,
  isRemote,
  readItems,
  writeItem,
  type UnreadItem,
} from './pasteboard-content.ts';

const general = (): Reference => send(objcClass('NSPasteboard'), 'generalPasteboard');

export const changeCount = (): number => inPool(() => integerOf(general(), 'changeCount'));

/** `NSPasteboardAccessBehaviorAlwaysDeny`. */
const alwaysDeny = 3;

/** Before macOS 15.4, which has the permission as a preview, every program may read. */
export const mayReadPasteboard = (): boolean =>
  inPool(() => {
    const pasteboard = general();
    return (
      !hasMethod(pasteboard, 'accessBehavior') ||
      integerOf(pasteboard, 'accessBehavior') !== alwaysDeny
    );
  });

/**
 * Everything on the pasteboard. Null if it cannot be restored, if it is larger than `mostBytes` or comes from
 * another device, or if a program writes meanwhile.
 */
export function readPasteboard(mostBytes: number): PasteboardItem[] | null {
  return inPool(() => {
    const pasteboard = general();
    const before = integerOf(pasteboard, 'changeCount');
    const types = elementsOf(send(pasteboard, 'types')).map(textOf);
    if (isRemote(types)) return null;
    const references = send(pasteboard, 'pasteboardItems');
    if (references === none) return null;
    const items = readItems(elementsOf(references).map(unreadItem), mostBytes);
    const isUnchanged = integerOf(pasteboard, 'changeCount') === before;
    return items !== null && isUnchanged ? completeContent(types, items) : null;
  });
}

const unreadItem = (item: Reference): UnreadItem => ({
  types: elementsOf(send(item, 'types')).map(textOf),
  read: (type) => {
    const data = send(item, 'dataForType:', nsString(type));
    return data === none ? null : bytesOf(data);
  },
});

/** `NSPasteboardContentsCurrentHostOnly`. */
const thisMacOnly = 1;

export function writePasteboard(items: PasteboardItem[], reach: Reach): Written {
  return inPool(() => {
    const objects = send(objcClass('NSMutableArray'), 'array');
    // `writeObjects` does not report that an item has not taken a type.
    let hasAllTypes = true;
    for (const item of items) {
      const object = send(send(objcClass('NSPasteboardItem'), 'alloc'), 'init');
      const isTaken = writeItem(item, (type, bytes) =>
        isTrue(object, 'setData:forType:', nsData(bytes), nsString(type)),
      );
      hasAllTypes &&= isTaken;
      send(objects, 'addObject:', object);
      // The array retains it.
      send(object, 'release');
    }
    const pasteboard = general();
    const count =
      reach === 'this-mac'
        ? integerOf(pasteboard, 'prepareForNewContentsWithOptions:', thisMacOnly)
        : integerOf(pasteboard, 'clearContents');
    const isWritten = items.length === 0 || isTrue(pasteboard, 'writeObjects:', objects);
    return { count, isComplete: isWritten && hasAllTypes };
  });
}
