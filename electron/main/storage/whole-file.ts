import { rename, rm, writeFile } from 'node:fs/promises';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';

/**
 * Writes a file that a person chose: to another file beside it first, so that an older one stays until the
 * new one is complete.
 *
 * @returns the path
 */
export async function writeWhole(path: string, content: string): Promise<Result<string>> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await writeFile(unfinished, content, { flag: 'wx' });
    await rename(unfinished, path);
    return ok(path);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return failed(problem('cannot-export', { path }));
  }
}
