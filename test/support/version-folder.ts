import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The module that decrypts the key in these folders; give it to `launch` as one of `modules`. */
export const keyRing = join(import.meta.dirname, 'key-ring.cjs');

/** Copies the user-data folder that an earlier version wrote. Returns the path of the copy. */
export function copyVersionFolder(version: '0.1'): string {
  const copy = mkdtempSync(join(tmpdir(), `captionkey-version-${version}-`));
  cpSync(join(fixtures, `version-${version}`), copy, { recursive: true });
  return copy;
}
