import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { Fork } from './child.ts';

/**
 * Forks our processes as Electron's utility processes. PortAudio, ALSA and JACK print a lot; it
 * goes to a log file and never to the person's terminal (platform: naudiodon).
 */
export const fork: Fork = (entry) => {
  const child = utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [], {
    serviceName: `CaptionKey ${entry}`,
    stdio: 'pipe',
  });
  mkdirSync(app.getPath('logs'), { recursive: true });
  const log = createWriteStream(join(app.getPath('logs'), `${entry}.log`), { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.on('exit', () => log.end());
  return {
    post: (message) => child.postMessage(message),
    onMessage: (callback) => child.on('message', callback),
    onExit: (callback) => child.on('exit', callback),
    kill: () => {
      child.kill();
    },
  };
};
