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
import { completeContent } from './pasteboard-content.ts';

const general = (): Reference => send(objcClass('NSPasteboard'), 'generalPasteboard');

export const changeCount = (): number => inPool(() => integerOf(general(), 'changeCount'));

/** `NSPasteboardAccessBehaviorAlwaysDeny`. */
const alwaysDeny = 3;

/** Before macOS 15.4, every program may read. */
export const mayReadPasteboard = (): boolean =>
  inPool(() => {
    const pasteboard = general();
    return (
      !hasMethod(pasteboard, 'accessBehavior') ||
      integerOf(pasteboard, 'accessBehavior') !== alwaysDeny
    );
  });

/** Everything on the pasteboard. Null if it cannot be restored, or if a program writes meanwhile. */
export function readPasteboard(): PasteboardItem[] | null {
  return inPool(() => {
    const pasteboard = general();
    const before = integerOf(pasteboard, 'changeCount');
    const references = send(pasteboard, 'pasteboardItems');
    if (references === none) return null;
    const types = elementsOf(send(pasteboard, 'types')).map(textOf);
    const items = elementsOf(references).map(readItem);
    const isUnchanged = integerOf(pasteboard, 'changeCount') === before;
    return isUnchanged ? completeContent(types, items) : null;
  });
}

/** Each type of an item, with null if its owner gives no data. */
const readItem = (item: Reference): Map<string, Buffer | null> =>
  new Map(
    elementsOf(send(item, 'types')).map((type) => {
      const data = send(item, 'dataForType:', type);
      return [textOf(type), data === none ? null : bytesOf(data)];
    }),
  );

/** `NSPasteboardContentsCurrentHostOnly`. */
const thisMacOnly = 1;

export function writePasteboard(items: PasteboardItem[], reach: Reach): Written {
  return inPool(() => {
    const objects = send(objcClass('NSMutableArray'), 'array');
    for (const item of items) {
      const object = itemOf(item);
      send(objects, 'addObject:', object);
      // The array retains it.
      send(object, 'release');
    }
    const pasteboard = general();
    const count =
      reach === 'this-mac'
        ? integerOf(pasteboard, 'prepareForNewContentsWithOptions:', thisMacOnly)
        : integerOf(pasteboard, 'clearContents');
    const isComplete = items.length === 0 || isTrue(pasteboard, 'writeObjects:', objects);
    return { count, isComplete };
  });
}

function itemOf(content: PasteboardItem): Reference {
  const item = send(send(objcClass('NSPasteboardItem'), 'alloc'), 'init');
  for (const [type, bytes] of content)
    isTrue(item, 'setData:forType:', nsData(bytes), nsString(type));
  return item;
}
