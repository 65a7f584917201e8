import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { startSway, type SwayDesktop } from '../../tools/desktop-harness/sway/sway.ts';
import { launchApp, type App, type LaunchOptions } from './app.ts';
import { startService, type Service } from './service.ts';

/** What a person on sway has who uses the app. */
export interface SwayDesk {
  desktop: SwayDesktop;
  sound: VirtualSound;
  service: Service;
  /** Launches the app; resolves once its hotkeys are heard. */
  launch(options?: LaunchOptions): Promise<App>;
  stopApps(): Promise<void>;
  stop(): Promise<void>;
}

const waitFor = { timeout: 60_000, interval: 20 };

/** @param config lines of sway's configuration */
export async function startSwayDesk(config: string[] = []): Promise<SwayDesk> {
  const [desktop, sound, service] = await Promise.all([
    startSway(config),
    startSound(),
    startService(),
  ]);
  const apps: App[] = [];
  const stopApps = async (): Promise<void> => {
    await Promise.all(apps.splice(0).map((app) => app.stop()));
  };
  return {
    desktop,
    sound,
    service,
    launch: async (options = {}) => {
      // The app has a home of its own.
      const around = Object.entries(desktop.env).filter(([name]) => name !== 'HOME');
      const env = { ...sound.env, ...service.env, ...Object.fromEntries(around), ...options.env };
      const app = await launchApp({ ...options, env });
      apps.push(app);
      const log = () => readFile(join(app.userData, 'logs/main.log'), 'utf8');
      await vi.waitFor(async () => {
        if (!(await log()).includes(' hotkeys-ready')) throw new Error('No hotkey is heard yet.');
      }, waitFor);
      return app;
    },
    stopApps,
    stop: async () => {
      await stopApps();
      await Promise.all([service.close(), sound.stop(), desktop.stop()]);
    },
  };
}
