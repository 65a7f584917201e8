import { fork as forkNode } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child, Fork } from '../../electron/main/processes/child.ts';
import { root } from '../../tools/start/build.ts';

/**
 * Forks the child processes on Node, from their sources.
 *
 * @param env variables beside the environment of the test
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

/** Forks the same way, and adds each child to `children`. */
export const forkInto =
  (children: Child[], env: Record<string, string>): Fork =>
  (entry) => {
    const child = forkWith(env)(entry);
    children.push(child);
    return child;
  };

/** The capture processes that this process has started. */
export const captureProcesses = (): number[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '')
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron/capture'))
    .map(Number);
