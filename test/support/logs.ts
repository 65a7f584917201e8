import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The logs of a test's apps, which explain a failure on a remote machine. */

interface Kept {
  userData: string;
  /** The log at the end of the app, before its folder was deleted. */
  last: string | null;
}

let kept: Kept[] = [];

/** The number of printed lines. The last ones are about the failure. */
const shownLines = 60;

const read = (userData: string): string => {
  const path = join(userData, 'logs/main.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/**
 * Keeps the log of an app that starts. The returned function must be called before its folder is
 * deleted.
 */
export function keepLog(userData: string): () => void {
  const log: Kept = { userData, last: null };
  kept.push(log);
  return () => (log.last = read(userData));
}

/** @returns the ends of the logs of all apps that ran since this was last called */
export function takeLogs(): string[] {
  const logs = kept.map(({ userData, last }) => last ?? read(userData));
  kept = kept.filter(({ last }) => last === null);
  return logs.map((log) => log.trimEnd().split('\n').slice(-shownLines).join('\n'));
}
