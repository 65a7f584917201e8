import { fork as forkNode } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fork } from '../../electron/main/child.ts';
import { root } from '../../tools/start/build.ts';

/**
 * Forks our processes on plain Node, from their sources.
 *
 * @param env what they get beside our own environment
 */
export const forkWith =
  (env: Record<string, string>): Fork =>
  (entry) => {
    const child = forkNode(join(root, 'electron', entry, 'index.ts'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ...env },
    });
    return {
      post: (message) => {
        if (child.connected) child.send(structuredClone(message) as object);
      },
      onMessage: (callback) => {
        child.on('message', callback);
      },
      onExit: (callback) => {
        child.on('exit', callback);
      },
      kill: () => {
        child.kill();
      },
    };
  };

/** The capture processes that we have started. */
export const captureProcesses = (): number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '')
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron/capture'))
    .map(Number);
