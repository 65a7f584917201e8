import { readFile } from 'node:fs/promises';
import { descendantsOf } from '../test/support/processes.ts';

/** Linux counts processor time in these. */
const ticksPerSecond = 100;

/** What a process and all that it started have cost so far. */
export interface Cost {
  /** User and system. */
  cpuSeconds: number;
  /** Memory by its proportional share, so that what processes share counts once. */
  megabytes: number;
}

/** @param pid of the process at the top; one that is gone costs nothing any more */
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

/** User and system time of one process so far; 0 for one that is gone. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readProc(pid, 'stat');
  // The name of the program, in parentheses, may hold spaces; user time is field 14 of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return ticks / ticksPerSecond;
}

/** A process may end at any moment. */
const readProc = (pid: number, file: string): Promise<string> =>
  readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
