import { startDisplay } from '../../tools/desktop-harness/display.ts';
import { startSound } from '../../tools/desktop-harness/sound.ts';
import { buildWhenStale } from '../../tools/start/build.ts';
import { startOwned } from '../../tools/desktop-harness/owned-process.ts';
import { ownRow, type Row } from '../table.ts';
import { runApp } from './running-app.ts';

/** How often to start the app. */
export interface AppStartEffort {
  launches: number;
}

/** Enough to keep a machine with two cores busy. */
const busyLoops = 2;

/**
 * Measures the time from the start of the app's process to `hotkeys-ready` in its log, on Electron or
 * the stand-in: alone, and beside busy loops.
 */
export async function measureAppStart({ launches }: AppStartEffort): Promise<Row[]> {
  buildWhenStale();
  const [screen, sound] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startSound(),
  ]);
  const start = async (): Promise<number[]> => {
    const tookMs: number[] = [];
    while (tookMs.length < launches) {
      const app = await runApp({ ...screen.env, ...sound.env }, ['--stop']);
      try {
        tookMs.push(await app.untilLogged('hotkeys-ready'));
      } finally {
        await app.stop();
      }
    }
    return tookMs;
  };
  try {
    const alone = await start();
    const loops = Array.from({ length: busyLoops }, () =>
      startOwned(['sh', '-c', 'while :; do :; done'], { env: process.env }),
    );
    try {
      return [
        ownRow('process start → hotkeys heard', 1_000, alone),
        ownRow('process start → hotkeys heard, beside two busy loops', 2_000, await start()),
      ];
    } finally {
      await Promise.all(loops.map((loop) => loop.stop()));
    }
  } finally {
    await sound.stop();
    await screen.stop();
  }
}
