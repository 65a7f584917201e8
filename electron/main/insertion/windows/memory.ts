import * as win32 from './win32.ts';

const movable = 2;

/** Copies bytes to memory that the clipboard can own. Throws if there is none. */
export function allocate(bytes: Uint8Array): number {
  // Memory of no size cannot be locked.
  const memory = win32.GlobalAlloc(movable, Math.max(1, bytes.length));
  const address = win32.GlobalLock(memory);
  if (address === 0) throw new Error('Windows has no memory for the clipboard.');
  win32.copyToMemory(address, bytes, bytes.length);
  win32.GlobalUnlock(memory);
  return memory;
}

/** The size at a handle of the clipboard, in bytes. */
export const sizeOfMemory = (memory: number): number => win32.GlobalSize(memory);

/** The bytes at a handle of the clipboard; null if it refers to no memory. */
export function bytesAt(memory: number): Buffer | null {
  const address = win32.GlobalLock(memory);
  if (address === 0) return null;
  const bytes = Buffer.alloc(win32.GlobalSize(memory));
  win32.copyFromMemory(bytes, address, bytes.length);
  win32.GlobalUnlock(memory);
  return bytes;
}

/** Calls a function that fills a buffer with UTF-16 and returns its length in characters. */
export function wideText(fill: (buffer: Buffer, size: number) => number): string {
  const size = 1024;
  const buffer = Buffer.alloc(2 * size);
  return buffer.toString('utf16le', 0, 2 * Math.max(0, fill(buffer, size)));
}
