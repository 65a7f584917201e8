import { readFile } from 'node:fs/promises';
import { descendantsOf } from '../test/support/processes.ts';

/** The unit in which Linux counts processor time. */
const ticksPerSecond = 100;

/** The cost so far of a process and its descendants. */
export interface Cost {
  /** User and system. */
  cpuSeconds: number;
  /** Proportional set size, which counts shared memory once. */
  megabytes: number;
}

/** @param pid of the topmost process; a process that has ended costs nothing */
export async function costOfTree(pid: number): Promise<Cost> {
  const pids = [pid, ...(await descendantsOf(pid)).map((descendant) => descendant.pid)];
  const costs = await Promise.all(pids.map(costOf));
  return {
    cpuSeconds: costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: costs.reduce((sum, { megabytes }) => sum + megabytes, 0),
  };
}

async function costOf(pid: number): Promise<Cost> {
  const [cpuSeconds, rollup] = await Promise.all([
    cpuSecondsOf(pid),
    readProc(pid, 'smaps_rollup'),
  ]);
  const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  return { cpuSeconds, megabytes: kilobytes / 1_000 };
}

/** User and system time of a process so far; 0 if it has ended. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readProc(pid, 'stat');
  // The program's name, in parentheses, may contain spaces. User time is field 14 of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return ticks / ticksPerSecond;
}

/** Empty if the process has ended. */
const readProc = (pid: number, file: string): Promise<string> =>
  readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
