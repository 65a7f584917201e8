import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#shared/status.ts';

/** A block of the file system: a file of no length fits on a disk that is full. */
const probeBytes = 4_096;

/**
 * Tries whether files can be kept, by keeping one: a folder may let itself be written by its mode
 * and be on a disk that is full or read-only.
 *
 * @param folder the user-data folder
 * @returns what cannot be kept and what to do, or null
 */
export function probeUserData(folder: string): Problem | null {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, Buffer.alloc(probeBytes));
    return null;
  } catch (error) {
    return {
      code: 'cannot-keep',
      sentence: `Settings, key, recordings and log cannot be kept, because ${whyNotWritten(error, folder)}.`,
    };
  } finally {
    removeProbe(probe);
  }
}

/** What is wrong with several files, as one problem that is said at once. */
export function joinProblems(problems: (Problem | null)[]): Problem | null {
  const [first, ...others] = problems.filter((problem) => problem !== null);
  if (first === undefined) return null;
  return { ...first, sentence: [first, ...others].map(({ sentence }) => sentence).join(' ') };
}

function removeProbe(probe: string): void {
  try {
    rmSync(probe, { force: true });
  } catch {
    // On a read-only disk not even a file that is not there can be removed.
  }
}

/**
 * Why a file could not be written and what to do about it, as the end of a sentence.
 *
 * @param error the file system's
 * @param folder where the file is
 */
export function whyNotWritten(error: unknown, folder: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `the disk with ${folder} is full: free some space there`;
  return `${folder} cannot be written: change that, or name another folder with --user-data-dir`;
}
