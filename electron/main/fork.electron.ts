import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Fork } from './child.ts';
import { BoundedFile } from './log/bounded-file.ts';
import type { Log } from './log/log.ts';

/**
 * Forks our processes as Electron's utility processes. PortAudio, ALSA and JACK print a lot; it
 * goes to a log file of each and never to the person's terminal (platform: naudiodon).
 *
 * @param logFolder see `openLogFolder`
 */
export function forkLogged(log: Log, logFolder: string): Fork {
  const outputs = new Map<string, BoundedFile>();
  /** One file for all that run under a name at a time, because each would rotate it. */
  const outputOf = (entry: string): BoundedFile => {
    const output = outputs.get(entry) ?? new BoundedFile(logFolder, `${entry}.log`);
    outputs.set(entry, output);
    return output;
  };
  return (entry) => {
    const child = utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [], {
      serviceName: `CaptionKey ${entry}`,
      stdio: 'pipe',
    });
    log.event('process-started', { process: entry });
    const output = outputOf(entry);
    // Not a pipe: one whose file broke would fill up, and the child would wait for it for ever.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => output.write(data));
      // A pipe that breaks costs the rest of that log.
      stream?.on('error', () => undefined);
    }
    child.on('exit', (exitCode) => log.event('process-ended', { process: entry, exitCode }));
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
}
