import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { Fork } from './child.ts';

/**
 * Forks our processes as Electron's utility processes. PortAudio, ALSA and JACK print a lot; it
 * goes to a log file and never to the person's terminal (platform: naudiodon). The API key stays
 * in main.
 */
export const fork: Fork = (entry) => {
  const env = { ...process.env };
  delete env.ASSEMBLYAI_API_KEY;
  const child = utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [], {
    serviceName: `CaptionKey ${entry}`,
    stdio: 'pipe',
    env,
  });
  const log = openLog(`${entry}.log`);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.on('exit', () => log.end());
  // An exit follows, which its owner reacts to.
  child.on('error', () => undefined);
  return {
    post: (message) => child.postMessage(message),
    onMessage: (callback) => child.on('message', callback),
    onExit: (callback) => child.on('exit', callback),
    kill: () => {
      child.kill();
    },
  };
};

function openLog(name: string): NodeJS.WritableStream {
  const folder = app.getPath('logs');
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(join(folder, name), { flags: 'a' });
  // A full disk must not take the app with it.
  log.on('error', () => undefined);
  return log;
}
