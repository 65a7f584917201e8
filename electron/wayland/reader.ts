import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Who reads from a pipe: the program that is meant, another one, or one that cannot be seen. */
export type Reader = 'target' | 'other' | 'unknown';

/**
 * Finds who has the other end of a pipe. Linux lists the open files of the processes of one user, and
 * both ends of a pipe have one name there.
 *
 * @param fd our end
 * @param targetPid the program that is meant
 */
export function readerOf(fd: number, targetPid: number): Reader {
  const name = nameOf(`/proc/self/fd/${fd}`);
  // The two ends of a socket have different names.
  if (!name?.startsWith('pipe:')) return 'unknown';
  if (holds(targetPid, name)) return 'target';
  const holder = otherProcesses().find((pid) => holds(pid, name));
  if (holder === undefined) return 'unknown';
  return isRelated(holder, targetPid) ? 'target' : 'other';
}

const otherProcesses = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);

/** A process that is gone, or another user's, shows nothing. */
function holds(pid: number, name: string): boolean {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).some((fd) => nameOf(`${folder}/${fd}`) === name);
  } catch {
    return false;
  }
}

function nameOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

/** Some programs read in a process that they have started. */
function isRelated(pid: number, ancestor: number): boolean {
  for (let current = pid; current > 1; current = parentOf(current))
    if (current === ancestor) return true;
  return false;
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
