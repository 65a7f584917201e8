import { readFileSync, renameSync, statSync } from 'node:fs';
import * as v from 'valibot';

/** More than any settings can hold; a file beyond it would hold up every start. */
const mostBytes = 10_000_000;

const valuesSchema = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
export type Values = v.InferOutput<typeof valuesSchema>;

/**
 * The values in the text of one of the app's JSON files. Some editors write a byte order mark.
 *
 * @throws where it is anything but a JSON object
 */
export const valuesIn = (text: string): Values =>
  v.parse(valuesSchema, JSON.parse(text.replace(/^\uFEFF/, '')));

/** Whether the app can take the file as its own; one that is missing is begun. */
export function isUsable(path: string): boolean {
  try {
    const file = statSync(path);
    // A pipe would be read for ever.
    if (!file.isFile() || file.size > mostBytes) return false;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(path),
    );
    // What is nested too deeply can be read, and not written.
    JSON.stringify(valuesIn(text));
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** The name that a file is kept under which cannot be used. */
export const asideName = (path: string): string => `${path}.corrupt-${Date.now()}`;

/**
 * Gives a file, or whatever has its name, another name; it is never overwritten.
 *
 * @returns the new path, or null where that is not possible
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
