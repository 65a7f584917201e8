import { joinProblems, type Problem } from '#shared/problem.ts';
import { englishSentenceOf } from '#shared/messages/index.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Log } from '../logging/log.ts';
import { problemFacts } from '../logging/problem-facts.ts';
import { probeUserData } from '../settings/user-data.ts';
import type { PillModel } from '../pill/pill-model.ts';
import type { CaptionsVisibility } from '../windows/captions-visibility.ts';
import { printError } from '../cli/standard-streams.ts';
import { ProblemStore } from './problem-store.ts';

interface Parts {
  log: Log;
  feed: CaptionFeed;
  visibility: CaptionsVisibility;
  pill: PillModel;
  /** Problems go to standard error, too. */
  isPrinting: boolean;
}

/**
 * Builds the store of problems. The captions or the pill show the most urgent one, and the panel shows
 * all.
 */
export const openProblems = ({ log, feed, visibility, pill, isPrinting }: Parts): ProblemStore =>
  new ProblemStore({
    shown: (problem) => {
      feed.problem(problem);
      pill.dispatch({ type: 'problem', problem });
      visibility.problem(problem);
    },
    changed: (current) => feed.broadcast('problems:changed', current),
    reported: (problem) => {
      log.event('problem', problemFacts(problem));
      if (isPrinting) printError(englishSentenceOf(problem));
    },
  });

/**
 * Reports the problems of the files in the user-data folder. The state of the folder explains why a file
 * could not be moved away.
 *
 * @param unread the unreadable part of each file
 * @param unreadKey the problem of the stored key
 */
export function reportFiles(
  problems: ProblemStore,
  userData: string,
  unread: (Problem | null)[],
  unreadKey: Problem | null,
): void {
  problems.set('key', unreadKey);
  const folderProblem = probeUserData(userData);
  if (folderProblem === null) problems.set('files', joinProblems(unread));
  else problems.set('folder', joinProblems([folderProblem, ...unread]));
}
