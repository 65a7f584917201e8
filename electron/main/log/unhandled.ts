import type { Problem } from '#shared/status.ts';
import { errorFacts } from './error-facts.ts';
import type { Log } from './log.ts';

const broken: Problem = {
  code: 'broken-inside',
  sentence:
    'Something broke inside CaptionKey, which goes on as well as it can. Quit it and start it again when you have finished.',
};

/**
 * What nobody caught is logged and said, and the app goes on: ending it would cut off somebody
 * who speaks, and the recording is on disk in any case.
 *
 * @param say called with a sentence for the person, once
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
      // What is thrown in here ends the process.
      log.event('exception', errorFacts(failure));
    }
  };
  process.on('uncaughtException', (error) => report('exception', error));
  process.on('unhandledRejection', (error) => report('rejection', error));
}
