import type { Entry } from '../../../wayland/protocol.ts';

const textTypes = ['text/plain;charset=utf-8', 'text/plain', 'UTF8_STRING', 'STRING', 'TEXT'];

/** Keeps the text out of the history of clipboard managers. KeePassXC introduced it. */
const hint: Entry = { mimeType: 'x-kde-passwordManagerHint', bytes: Buffer.from('secret') };

/** A text in the formats that programs ask for. */
export function textContent(text: string): Entry[] {
  const bytes = Buffer.from(text);
  return [...textTypes.map((mimeType) => ({ mimeType, bytes })), hint];
}

/** The text of a content; null where it has none. */
export function textOf(content: Entry[]): string | null {
  const entry = content.find(({ mimeType }) => textTypes.includes(mimeType));
  return entry === undefined ? null : Buffer.from(entry.bytes).toString();
}
