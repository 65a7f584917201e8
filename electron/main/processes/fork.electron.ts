import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Fork } from './child.ts';
import { BoundedFile } from '../logging/bounded-file.ts';
import type { Log } from '../logging/log.ts';

const isMac = process.platform === 'darwin';

/**
 * The hook of the key watch hands each key to the main queue of its process and waits for it. A utility
 * process serves that queue only with the message loop of a user interface. Never run.
 */
const macMessageLoop = ['--message-loop-type-ui'];

/**
 * Forks child processes as Electron's utility processes. PortAudio, ALSA and JACK print a lot. Their
 * output goes to a log file of each process and never to the person's terminal.
 *
 * @param logFolder see `openLogFolder`
 */
export function forkLogged(log: Log, logFolder: string): Fork {
  const outputs = new Map<string, BoundedFile>();
  /** One file for all processes of a name, because each would rotate it. */
  const outputOf = (entry: string): BoundedFile => {
    const output = outputs.get(entry) ?? new BoundedFile(logFolder, `${entry}.log`);
    outputs.set(entry, output);
    return output;
  };
  return (entry) => {
    const child = utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [], {
      serviceName: `CaptionKey ${entry}`,
      stdio: 'pipe',
      execArgv: entry === 'key-watch' && isMac ? macMessageLoop : [],
    });
    log.event('process-started', { process: entry });
    const output = outputOf(entry);
    // Not a pipe: if its file broke it would fill up, and the child would wait forever.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => output.write(data));
      // A pipe that breaks costs the rest of that log.
      stream?.on('error', () => undefined);
    }
    child.on('exit', (exitCode) => log.event('process-ended', { process: entry, exitCode }));
    // An exit follows, which the owner of the process handles.
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
