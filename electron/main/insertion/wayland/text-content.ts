import type { Entry } from '../../../wayland/protocol.ts';

/** Best first. */
const utf8Types = ['text/plain;charset=utf-8', 'UTF8_STRING', 'text/plain', 'TEXT'];
/** Programs of X mean Latin-1 by it. */
const latin1Type = 'STRING';
/** The characters that it has: better none than a text with question marks. */
const latin1 = /^[\t\n\x20-\x7e\xa0-\xff]*$/;

/** Keeps the text out of the history of clipboard managers. KeePassXC introduced it. */
const hint: Entry = { mimeType: 'x-kde-passwordManagerHint', bytes: Buffer.from('secret') };

/** A text in the formats that programs ask for, with the hint. */
export const textContent = (text: string): Entry[] => [...recordedContent(text), hint];

/** The same without the hint. */
export function recordedContent(text: string): Entry[] {
  const bytes = Buffer.from(text);
  const content = utf8Types.map((mimeType): Entry => ({ mimeType, bytes }));
  if (latin1.test(text)) content.push({ mimeType: latin1Type, bytes: Buffer.from(text, 'latin1') });
  return content;
}

/** The text of a content; null if it has none. */
export function textOf(content: Entry[]): string | null {
  const find = (type: string) => content.find(({ mimeType }) => mimeType === type)?.bytes;
  const bytes = utf8Types.map(find).find((found) => found !== undefined);
  if (bytes !== undefined) return Buffer.from(bytes).toString();
  const latin1Bytes = find(latin1Type);
  return latin1Bytes === undefined ? null : Buffer.from(latin1Bytes).toString('latin1');
}
