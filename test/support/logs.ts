import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* What the apps of a test have logged: a failure on a machine that nobody sees is explained by it. */

interface Kept {
  userData: string;
  /** The log as it was when the app was ended, and its folder with it. */
  last: string | null;
}

let kept: Kept[] = [];

/** The last lines are about the failure. */
const toldLines = 60;

const read = (userData: string): string => {
  const path = join(userData, 'logs/main.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** The log of an app that starts is kept; what it answers with is called before its folder goes. */
export function keepLog(userData: string): () => void {
  const log: Kept = { userData, last: null };
  kept.push(log);
  return () => (log.last = read(userData));
}

/** @returns the ends of the logs of all apps that ran since this was last called */
export function takeLogs(): string[] {
  const logs = kept.map(({ userData, last }) => last ?? read(userData));
  kept = kept.filter(({ last }) => last === null);
  return logs.map((log) => log.trimEnd().split('\n').slice(-toldLines).join('\n'));
}
