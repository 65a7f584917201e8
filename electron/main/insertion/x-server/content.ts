import type { XConnection } from './connection.ts';

/** A value of a property in the X server. */
export interface Value {
  type: number;
  format: 8 | 16 | 32;
  data: Buffer;
}

/** The content of a selection: a value for each format, by the format's atom. */
export type Content = ReadonlyMap<number, Value>;

/** Whether a format is the text itself, and not only a property of it. */
export function isText(connection: XConnection, format: number): boolean {
  return (['UTF8_STRING', 'text/plain;charset=utf-8', 'TEXT', 'STRING'] as const).some(
    (name) => connection.atom(name) === format,
  );
}
