import type { Entry } from '../../../wayland/protocol.ts';
import { latin1Format, latin1Of, secretHint } from '../text-formats.ts';

/** Best first. X has no `text/plain`: there it has no certain encoding, and here it is UTF-8. */
const utf8Types = ['text/plain;charset=utf-8', 'UTF8_STRING', 'text/plain', 'TEXT'];

/** A text in the formats that programs ask for, with the hint not to record it. */
export const textContent = (text: string): Entry[] => [
  ...recordedContent(text),
  { mimeType: secretHint.format, bytes: secretHint.bytes },
];

/** The same without the hint. */
export function recordedContent(text: string): Entry[] {
  const bytes = Buffer.from(text);
  const content = utf8Types.map((mimeType): Entry => ({ mimeType, bytes }));
  const latin1 = latin1Of(text);
  if (latin1 !== null) content.push({ mimeType: latin1Format, bytes: latin1 });
  return content;
}

/** The text of a content; null if it has none. */
export function textOf(content: Entry[]): string | null {
  const find = (type: string) => content.find(({ mimeType }) => mimeType === type)?.bytes;
  const bytes = utf8Types.map(find).find((found) => found !== undefined);
  if (bytes !== undefined) return Buffer.from(bytes).toString();
  const latin1Bytes = find(latin1Format);
  return latin1Bytes === undefined ? null : Buffer.from(latin1Bytes).toString('latin1');
}
