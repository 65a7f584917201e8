import { readFileSync, renameSync, statSync } from 'node:fs';
import * as v from 'valibot';

/** More than all settings need. Reading a larger file would delay every start. */
const mostBytes = 10_000_000;

const valuesSchema = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
export type Values = v.InferOutput<typeof valuesSchema>;

/**
 * The values in the text of one of the app's JSON files. Some editors write a byte order mark.
 *
 * @throws if it is not a JSON object
 */
export const valuesIn = (text: string): Values =>
  v.parse(valuesSchema, JSON.parse(text.replace(/^\uFEFF/, '')));

/** Whether the app can use the file. A missing file is usable, because the app creates it. */
export function isUsable(path: string): boolean {
  try {
    const file = statSync(path);
    // A pipe would be read for ever.
    if (!file.isFile() || file.size > mostBytes) return false;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(path),
    );
    // Values that are nested too deeply can be read, but not written.
    JSON.stringify(valuesIn(text));
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** The new name of a file that cannot be used. */
export const asideName = (path: string): string => `${path}.corrupt-${Date.now()}`;

/**
 * Renames a file, or whatever has its name, so that it is never overwritten.
 *
 * @returns the new path, or null if that fails
 */
export function setAside(path: string): string | null {
  const aside = asideName(path);
  try {
    renameSync(path, aside);
    return aside;
  } catch {
    return null;
  }
}
