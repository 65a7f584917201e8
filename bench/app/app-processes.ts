import { cpuSecondsOf } from '../process-tree.ts';
import { descendantsOf, processInfo } from '../../test/support/processes.ts';

/** The roles of the app's processes. */
export const roles = [
  'main',
  'capture',
  'captions page',
  'panel',
  'GPU process',
  'browser',
  'other',
] as const;

export type Role = (typeof roles)[number];

/** CPU seconds, user and system, by role. */
export type CpuByRole = Record<Role, number>;

/** The process ids of the app's pages; null if not known yet. */
export interface Pages {
  captions: number | null;
  panel: number | null;
}

/** The CPU seconds of each running process of the app, by process id. */
export async function cpuByProcess(mainPid: number): Promise<Map<number, number>> {
  const pids = [mainPid, ...(await descendantsOf(mainPid)).map(({ pid }) => pid)];
  const seconds = await Promise.all(pids.map(cpuSecondsOf));
  return new Map(pids.map((pid, index) => [pid, seconds[index] ?? 0]));
}

/** The page whose process used most CPU between two measurements, which is the one just opened. */
export async function busiestPage(
  before: Map<number, number>,
  after: Map<number, number>,
): Promise<number | null> {
  let busiest: { pid: number; seconds: number } | null = null;
  for (const [pid, seconds] of after) {
    const spent = seconds - (before.get(pid) ?? 0);
    const { command } = await processInfo(pid);
    if (!command.includes('--type=renderer')) continue;
    if (busiest === null || spent > busiest.seconds) busiest = { pid, seconds: spent };
  }
  return busiest?.pid ?? null;
}

/** The CPU seconds of each role between two measurements. */
export async function cpuByRole(
  before: Map<number, number>,
  after: Map<number, number>,
  mainPid: number,
  pages: Pages,
): Promise<CpuByRole> {
  const spent = Object.fromEntries(roles.map((role) => [role, 0])) as CpuByRole;
  for (const [pid, seconds] of after)
    spent[await roleOf(pid, mainPid, pages)] += seconds - (before.get(pid) ?? 0);
  return spent;
}

async function roleOf(pid: number, mainPid: number, pages: Pages): Promise<Role> {
  if (pid === mainPid) return 'main';
  if (pid === pages.captions) return 'captions page';
  if (pid === pages.panel) return 'panel';
  const { command } = await processInfo(pid);
  if (command.includes('capture.js')) return 'capture';
  if (command.includes('--type=gpu-process')) return 'GPU process';
  // On the stand-in, the browser is a separate process, which has no `--type`.
  return /chrom[^\0]*\0/.test(command) && !command.includes('--type=') ? 'browser' : 'other';
}
