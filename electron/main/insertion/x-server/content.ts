import { latin1Format } from '../text-formats.ts';
import type { XConnection } from './connection.ts';

/** A value of a property in the X server. */
export interface Value {
  type: number;
  format: 8 | 16 | 32;
  data: Buffer;
}

/** The content of a selection: a value for each format, by the format's atom. */
export type Content = ReadonlyMap<number, Value>;

/** The formats of a text in UTF-8. Wayland has others, see `wayland/text-content.ts`. */
export const utf8Formats = ['UTF8_STRING', 'text/plain;charset=utf-8', 'TEXT'] as const;

/** Whether a format is the text itself, and not only a property of it. */
export function isText(connection: XConnection, format: number): boolean {
  return ([...utf8Formats, latin1Format] as const).some((name) => connection.atom(name) === format);
}
