import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Who reads from a pipe: the target, another program, or one that cannot be identified. */
export type Reader = 'target' | 'other' | 'unknown';

/**
 * Finds the process that has the other end of a pipe. `/proc` lists the open files of the user's
 * processes, and both ends of a pipe have the same name there.
 *
 * @param fd the end that this process has
 * @param targetPid the target's process
 */
export function readerOf(fd: number, targetPid: number): Reader {
  const name = nameOf(`/proc/self/fd/${fd}`);
  // Only pipes can be traced: the two ends of a socket have different names.
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

/** Whether a process has the file open. The files of another user's process cannot be read. */
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

/** Whether a process descends from another. Some programs read the clipboard in a child process. */
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
