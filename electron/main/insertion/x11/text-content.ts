import type { XConnection } from '../x-server/connection.ts';
import type { Content, Value } from '../x-server/content.ts';

/** Asks clipboard managers to ignore the content. KeePassXC introduced it. */
const secret = Buffer.from('secret');

/** A text in the formats that programs ask for, with the hint not to record it. */
export function textContent(connection: XConnection, text: string): Content {
  const hint = connection.atom('x-kde-passwordManagerHint');
  const value: Value = { type: hint, format: 8, data: secret };
  return new Map([...recordedContent(connection, text), [hint, value]]);
}

/** The same without the hint. */
export function recordedContent(connection: XConnection, text: string): Content {
  const utf8 = (name: 'UTF8_STRING' | 'text/plain;charset=utf-8'): Value => ({
    type: connection.atom(name),
    format: 8,
    data: Buffer.from(text),
  });
  const content = new Map<number, Value>([
    [connection.atom('UTF8_STRING'), utf8('UTF8_STRING')],
    [connection.atom('text/plain;charset=utf-8'), utf8('text/plain;charset=utf-8')],
    [connection.atom('TEXT'), utf8('UTF8_STRING')],
  ]);
  // STRING is Latin-1. It is omitted for texts that would get question marks.
  if (/^[\t\n\x20-\x7e\xa0-\xff]*$/.test(text)) {
    const type = connection.atom('STRING');
    content.set(type, { type, format: 8, data: Buffer.from(text, 'latin1') });
  }
  return content;
}
