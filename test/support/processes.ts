import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** A process in Linux's /proc. */
export interface ProcessInfo {
  pid: number;
  /** Its arguments, each ended by a zero byte. */
  command: string;
  /** The environment it was started with, each entry ended by a zero byte. */
  environment: string;
}

/** The processes that a process has started, directly or indirectly, without itself. */
export async function descendantsOf(pid: number): Promise<ProcessInfo[]> {
  const own = await readProc(`${pid}/task/${pid}/children`);
  const found = await Promise.all(
    own
      .split(' ')
      .filter(Boolean)
      .map(async (child) => [await processInfo(child), ...(await descendantsOf(Number(child)))]),
  );
  return found.flat();
}

/** The processes with this entry in their environment. Empty except on Linux. */
export async function processesWith(entry: string): Promise<ProcessInfo[]> {
  const names = await readdir('/proc').catch(() => []);
  const all = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(processInfo));
  return all.filter(({ environment }) => environment.split('\0').includes(entry));
}

/** The main process of an app that runs. Throws otherwise: a signal to 0 would end the tests themselves. */
export function mainPidOf({
  electron,
}: {
  electron: { process(): Pick<ChildProcess, 'pid'> };
}): number {
  const { pid } = electron.process();
  if (pid === undefined) throw new Error('The app does not run.');
  return pid;
}

export async function processInfo(pid: string | number): Promise<ProcessInfo> {
  const [command, environment] = await Promise.all([
    readProc(`${pid}/cmdline`),
    readProc(`${pid}/environ`),
  ]);
  return { pid: Number(pid), command, environment };
}

/** A process may end at any moment. */
const readProc = (path: string): Promise<string> =>
  readFile(`/proc/${path}`, 'utf8').catch(() => '');
