import { problem, type Problem } from '#shared/problem.ts';
import { errorFacts } from './error-facts.ts';
import type { Log } from './log.ts';

const broken = problem('broken-inside', {});

/**
 * Logs and shows uncaught errors, and keeps the app running. An end would interrupt a person who speaks,
 * and the recording is on the disk anyway.
 *
 * @param say called once
 */
export function onUnhandled(log: Log, say: (problem: Problem) => void): void {
  let isSaid = false;
  const report = (name: 'exception' | 'rejection', error: unknown): void => {
    log.event(name, errorFacts(error));
    if (isSaid) return;
    isSaid = true;
    try {
      say(broken);
    } catch (failure) {
      // An error in here would end the process.
      log.event('exception', errorFacts(failure));
    }
  };
  process.on('uncaughtException', (error) => report('exception', error));
  process.on('unhandledRejection', (error) => report('rejection', error));
}
