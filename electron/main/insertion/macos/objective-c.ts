import type { Reference } from './mac-system.ts';
import { NativeLibrary } from './native-library.ts';

const runtime = new NativeLibrary('/usr/lib/libobjc.A.dylib');
const classOf = runtime.reference('uintptr_t objc_getClass(const char *name)');
const selectorOf = runtime.reference('uintptr_t sel_registerName(const char *name)');
const pushPool = runtime.reference('uintptr_t objc_autoreleasePoolPush()');
const popPool = runtime.number('void objc_autoreleasePoolPop(uintptr_t pool)');

// A message needs a function of exactly its types. These take references only.
const send0 = runtime.reference('uintptr_t objc_msgSend(uintptr_t object, uintptr_t selector)');
const send1 = runtime.reference(
  'uintptr_t objc_msgSend(uintptr_t object, uintptr_t selector, uintptr_t a)',
);
const int64 = runtime.number('int64 objc_msgSend(uintptr_t object, uintptr_t selector)');
const int64Of = runtime.number(
  'int64 objc_msgSend(uintptr_t object, uintptr_t selector, uintptr_t a)',
);
const int32 = runtime.number('int32 objc_msgSend(uintptr_t object, uintptr_t selector)');
const double = runtime.number('double objc_msgSend(uintptr_t object, uintptr_t selector)');
const truthOf1 = runtime.number(
  'bool objc_msgSend(uintptr_t object, uintptr_t selector, uintptr_t a)',
);
const truthOf2 = runtime.number(
  'bool objc_msgSend(uintptr_t object, uintptr_t selector, uintptr_t a, uintptr_t b)',
);
const sendText = runtime.reference(
  'uintptr_t objc_msgSend(uintptr_t object, uintptr_t selector, const char *text)',
);
const sendBytes = runtime.reference(
  'uintptr_t objc_msgSend(uintptr_t object, uintptr_t selector, const uint8 *bytes, uintptr_t length)',
);
const copyBytes = runtime.number(
  'void objc_msgSend(uintptr_t object, uintptr_t selector, uint8 *buffer, uintptr_t length)',
);

/** Runs work that creates objects, and then releases those that nothing else retains. */
export function inPool<Value>(work: () => Value): Value {
  const pool = pushPool();
  try {
    return work();
  } finally {
    popPool(pool);
  }
}

/** Sends a message that returns an object; a message to none does nothing and returns none. */
export const send = (
  object: Reference,
  selector: string,
  argument?: Reference | number,
): Reference =>
  argument === undefined
    ? send0(object, selectorOf(selector))
    : send1(object, selectorOf(selector), argument);

/** Sends a message that returns an NSInteger, an NSUInteger or a long long. */
export const integerOf = (object: Reference, selector: string, argument?: number): number =>
  argument === undefined
    ? int64(object, selectorOf(selector))
    : int64Of(object, selectorOf(selector), argument);

/** Sends a message that returns a pid_t, the upper half of which has no meaning. */
export const int32Of = (object: Reference, selector: string): number =>
  int32(object, selectorOf(selector));

/** Sends a message that returns a double. */
export const fractionOf = (object: Reference, selector: string): number =>
  double(object, selectorOf(selector));

/** Sends a message that returns a BOOL. */
export const isTrue = (
  object: Reference,
  selector: string,
  first: Reference,
  second?: Reference,
): boolean =>
  (second === undefined
    ? truthOf1(object, selectorOf(selector), first)
    : truthOf2(object, selectorOf(selector), first, second)) !== 0;

/** Whether an object has a method, which may exist in later versions of macOS only. */
export const hasMethod = (object: Reference, selector: string): boolean =>
  isTrue(object, 'respondsToSelector:', selectorOf(selector));

export const objcClass = (name: string): Reference => classOf(name);

/** An NSString, which the pool releases. */
export const nsString = (text: string): Reference =>
  sendText(classOf('NSString'), selectorOf('stringWithUTF8String:'), text);

/** An NSData, which the pool releases. */
export const nsData = (bytes: Buffer): Reference =>
  sendBytes(classOf('NSData'), selectorOf('dataWithBytes:length:'), bytes, bytes.length);

/** The bytes of an NSData. */
export function bytesOf(data: Reference): Buffer {
  const bytes = Buffer.alloc(integerOf(data, 'length'));
  copyBytes(data, selectorOf('getBytes:length:'), bytes, bytes.length);
  return bytes;
}

const utf8 = 4;

/** The text of an NSString. */
export const textOf = (string: Reference): string =>
  bytesOf(send(string, 'dataUsingEncoding:', utf8)).toString();

/** The elements of an NSArray. */
export const elementsOf = (array: Reference): Reference[] =>
  Array.from({ length: integerOf(array, 'count') }, (_, index) =>
    send(array, 'objectAtIndex:', index),
  );
