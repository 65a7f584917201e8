import { latin1Format, latin1Of, secretHint } from '../text-formats.ts';
import type { XConnection } from '../x-server/connection.ts';
import { utf8Formats, type Content, type Value } from '../x-server/content.ts';

/** A text in the formats that programs ask for, with the hint not to record it. */
export function textContent(connection: XConnection, text: string): Content {
  const hint = connection.atom(secretHint.format);
  const value: Value = { type: hint, format: 8, data: secretHint.bytes };
  return new Map([...recordedContent(connection, text), [hint, value]]);
}

/** The same without the hint. */
export function recordedContent(connection: XConnection, text: string): Content {
  const data = Buffer.from(text);
  const content = new Map<number, Value>(
    utf8Formats.map((format) => {
      // TEXT asks for any encoding, so its value names the one that it has.
      const type = connection.atom(format === 'TEXT' ? 'UTF8_STRING' : format);
      return [connection.atom(format), { type, format: 8, data }];
    }),
  );
  const latin1 = latin1Of(text);
  if (latin1 !== null) {
    const type = connection.atom(latin1Format);
    content.set(type, { type, format: 8, data: latin1 });
  }
  return content;
}
