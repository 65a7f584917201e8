import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { canBePutBack, privacyMarkers, unicodeText } from './formats.ts';
import { allocate, bytesAt, sizeOfMemory, wideText } from './memory.ts';
import * as win32 from './win32.ts';

/** One format of the copied content. */
export interface Entry {
  format: number;
  bytes: Buffer;
}

const nameOf = (format: number): string =>
  wideText((buffer, size) => win32.GetClipboardFormatNameW(format, buffer, size));

/** Everything on the open clipboard, in the order in which it was copied. */
export function readContent(): Result<Entry[]> {
  const deadlineMs = performance.now() + tuning.saveTimeoutMs;
  const entries: Entry[] = [];
  let sizeBytes = 0;
  let isEmpty = true;
  for (let format = first(); format !== 0; format = win32.EnumClipboardFormats(format)) {
    isEmpty = false;
    if (!canBePutBack(format, nameOf(format))) continue;
    const memory = win32.GetClipboardData(format);
    sizeBytes += memory === 0 ? 0 : sizeOfMemory(memory);
    if (sizeBytes > tuning.saveBytes || performance.now() > deadlineMs) return unreadable;
    const bytes = memory === 0 ? null : bytesAt(memory);
    // A program may offer a format and not deliver it.
    if (bytes !== null) entries.push({ format, bytes });
  }
  return entries.length > 0 || isEmpty ? ok(entries) : unreadable;
}

const first = (): number => win32.EnumClipboardFormats(0);

/** The text on the open clipboard; null if there is none. */
export function readText(): string | null {
  const memory = win32.GetClipboardData(unicodeText);
  const bytes = memory === 0 ? null : bytesAt(memory);
  return bytes === null ? null : (bytes.toString('utf16le').split('\0')[0] ?? '');
}

/** Puts formats on the open, empty clipboard. */
export function writeContent(entries: Entry[]): void {
  for (const { format, bytes } of entries) {
    const memory = allocate(bytes);
    // Memory that the clipboard does not take still belongs to the app.
    if (win32.SetClipboardData(format, memory) === 0) win32.GlobalFree(memory);
  }
}

/** A text in the form of Windows. */
export const textEntry = (text: string): Entry => ({
  format: unicodeText,
  bytes: Buffer.from(`${text}\0`, 'utf16le'),
});

/** The entries that keep a text out of clipboard histories. */
export const markerEntries = (): Entry[] =>
  Object.entries(privacyMarkers).map(([name, bytes]) => ({
    format: win32.RegisterClipboardFormatW(name),
    bytes,
  }));

export const unreadable = failed(problem('clipboard-unreadable', {}));
