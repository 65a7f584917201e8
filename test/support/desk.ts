import { readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';
import { headerBytes } from '../../electron/wav-recording.ts';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { holdKeys, type HeldKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { launchApp, type App, type LaunchOptions } from './app.ts';
import { patient } from './patient.ts';
import { countLoud, samplesOf, startService, type Service } from './service.ts';

/** What a person needs to use the app: a screen, a microphone, and a key for the service. */
export interface Desk {
  /** The name of the screen, such as `:99`. */
  display: string;
  /** Gives the screen another size, no larger than its first. */
  resizeDisplay: VirtualDisplay['resize'];
  plugMonitor: VirtualDisplay['plugMonitor'];
  unplugMonitor: VirtualDisplay['unplugMonitor'];
  sound: VirtualSound;
  service: Service;
  /** Plays a WAV file into the microphone. Resolves once the service has heard all of it. */
  say(wavFile: string): Promise<void>;
  /** Launches the app here. `env` overrides everything else; undefined removes a variable. */
  launch(options?: LaunchOptions): Promise<App>;
  /** Holds keys on its keyboard, see {@link holdKeys}. Keys of a failed test are released. */
  holdKeys(chord: string): Promise<Pick<HeldKeys, 'release'>>;
  /** Releases all keys that are held. */
  releaseKeys(): Promise<void>;
  /** Ends the launched apps, and releases the keys. */
  stopApps(): Promise<void>;
  stop(): Promise<void>;
}

/** Sets up a desk; everything on it ends with `stop`. */
export async function startDesk(): Promise<Desk> {
  const [screen, sound, service] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startSound(),
    startService(),
  ]);
  const apps: App[] = [];
  const held = new Set<HeldKeys>();
  const releaseKeys = async (): Promise<void> => {
    for (const keys of held) await keys.release();
    held.clear();
  };
  const stopApps = async (): Promise<void> => {
    await releaseKeys();
    await Promise.all(apps.splice(0).map((app) => app.stop()));
  };
  return {
    display: screen.display,
    resizeDisplay: (size) => screen.resize(size),
    plugMonitor: (name, bounds) => screen.plugMonitor(name, bounds),
    unplugMonitor: (name) => screen.unplugMonitor(name),
    sound,
    service,
    say: async (wavFile) => {
      const before = service.loudSamples();
      const loud = countLoud(samplesOf(readFileSync(wavFile).subarray(headerBytes)));
      await sound.play(wavFile);
      await vi.waitFor(
        () => expect(service.loudSamples() - before).toBeGreaterThan(0.98 * loud),
        patient,
      );
    },
    launch: async (options = {}) => {
      const env = { ...screen.env, ...sound.env, ...service.env, ...options.env };
      const app = await launchApp({ ...options, env });
      apps.push(app);
      return app;
    },
    holdKeys: async (chord) => {
      const keys = await holdKeys(screen.display, chord);
      held.add(keys);
      return {
        release: async () => {
          if (held.delete(keys)) await keys.release();
        },
      };
    },
    releaseKeys,
    stopApps,
    stop: async () => {
      await stopApps();
      await Promise.all([service.close(), sound.stop(), screen.stop()]);
    },
  };
}
