import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoServer } from '../../electron/demo-server/server.ts';
import { recording } from '../../test/support/recording.ts';
import { validKey } from '../../test/support/service.ts';
import { startDisplay } from '../../tools/desktop-harness/display.ts';
import { buildWhenStale, root } from '../../tools/start/build.ts';
import { nowMs } from '../clock.ts';
import { startPacedMicrophone } from '../paced-microphone.ts';
import type { Row } from '../table.ts';
import {
  busiestPage,
  cpuByProcess,
  cpuByRole,
  roles,
  type CpuByRole,
  type Pages,
} from './app-processes.ts';
import { playInALoop } from './play-in-a-loop.ts';
import { runApp } from './running-app.ts';

/** How long each state of the app is measured. */
export interface AppCostEffort {
  idleMs: number;
  speakingMs: number;
  /** The wait before each measurement, until the start is over. */
  settleMs: number;
}

/** What one run of the app has cost, per minute. */
interface AppCost {
  idle: CpuByRole;
  speaking: CpuByRole;
  openedFiles: number;
}

/**
 * Measures the CPU time of the whole app on Electron or the stand-in, without a debugger: first idle
 * with the panel closed, then with captions on and the panel open while the recording plays in a loop.
 */
export async function measureAppCost(effort: AppCostEffort): Promise<Row[]> {
  const { idle, speaking, openedFiles } = await runOnce(effort);
  const total = (cpu: CpuByRole): number => roles.reduce((sum, role) => sum + cpu[role], 0);
  const row = (what: string, value: number, budget: number | null = null): Row => ({
    what,
    figures: { captionkey: value },
    budget,
  });
  return [
    row('CPU seconds per minute: the app, captions on, speech, panel open', total(speaking), 6),
    ...roles.map((role) => row(`– speech: ${role}`, speaking[role])),
    row('CPU seconds per minute: the app, idle, panel closed', total(idle), 0.2),
    ...roles.map((role) => row(`– idle: ${role}`, idle[role])),
    row('files opened per minute by main while captions are on', openedFiles, 0),
  ];
}

async function runOnce({ idleMs, speakingMs, settleMs }: AppCostEffort): Promise<AppCost> {
  buildWhenStale();
  const [screen, microphone, service, folder] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startPacedMicrophone(),
    startDemoServer({ key: validKey, recording }),
    mkdtemp(join(tmpdir(), 'captionkey-bench-')),
  ]);
  const opened = join(folder, 'opened');
  await writeFile(opened, '');
  const app = await runApp(
    {
      ...screen.env,
      ...microphone.env,
      ASSEMBLYAI_API_KEY: validKey,
      CAPTIONKEY_STREAMING_URL: service.url,
      OPENED_FILES: opened,
    },
    ['--stop'],
    [join(root, 'test/support/count-files.cjs')],
  );
  const now = (): Promise<Map<number, number>> => cpuByProcess(app.pid);
  const countOpened = async (): Promise<number> =>
    (await readFile(opened, 'utf8')).split('\n').length;
  try {
    await app.untilLogged('hotkeys-ready');
    await sleep(settleMs);
    const pages: Pages = { captions: await busiestPage(new Map(), await now()), panel: null };
    const idle = await measure(idleMs, now, app.pid, pages);

    const beforePanel = await now();
    await app.launchAgain();
    await sleep(settleMs);
    pages.panel = await busiestPage(beforePanel, await now());

    const playback = playInALoop((pcm) => microphone.play(pcm));
    await app.launchAgain('--captions');
    await app.untilLogged('session-began');
    await sleep(settleMs);
    const openedBefore = await countOpened();
    const speaking = await measure(speakingMs, now, app.pid, pages);
    const openedFiles = ((await countOpened()) - openedBefore) / (speakingMs / 60_000);
    void playback.stop();
    return { idle, speaking, openedFiles };
  } finally {
    await app.stop();
    await Promise.all([service.close(), microphone.stop()]);
    await screen.stop();
    await rm(folder, { recursive: true });
  }
}

async function measure(
  durationMs: number,
  now: () => Promise<Map<number, number>>,
  mainPid: number,
  pages: Pages,
): Promise<CpuByRole> {
  const before = await now();
  const fromMs = nowMs();
  await sleep(durationMs);
  const after = await now();
  const minutes = (nowMs() - fromMs) / 60_000;
  const spent = await cpuByRole(before, after, mainPid, pages);
  for (const role of roles) spent[role] /= minutes;
  return spent;
}
