import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem, type ProblemParams } from '#shared/problem.ts';

/** One block of the file system. An empty file can be written even to a full disk. */
const probeBytes = 4_096;

/**
 * Tries to write a file, because the mode of a folder does not show whether its disk is full or read-
 * only.
 *
 * @param folder the user-data folder
 * @returns what cannot be stored and what to do, or null
 */
export function probeUserData(folder: string): Problem | null {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, Buffer.alloc(probeBytes));
    return null;
  } catch (error) {
    return problem('cannot-keep', whyNotWritten(error, folder));
  } finally {
    removeProbe(probe);
  }
}

function removeProbe(probe: string): void {
  try {
    rmSync(probe, { force: true });
  } catch {
    // On a read-only disk not even a file that is not there can be removed.
  }
}

/**
 * Why a file could not be written.
 *
 * @param error the file system's
 * @param folder where the file is
 */
export function whyNotWritten(error: unknown, folder: string): ProblemParams<'cannot-keep'> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return { why: isFull ? 'full' : 'unwritable', folder };
}
