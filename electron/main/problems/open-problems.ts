import type { Problem } from '#shared/status.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Log } from '../log/log.ts';
import { problemFacts } from '../log/problem-facts.ts';
import { joinProblems, probeUserData } from '../settings/user-data.ts';
import type { CaptionsVisibility } from '../shell/captions-visibility.ts';
import { printError } from '../shell/standard-streams.ts';
import { ProblemStore } from './problem-store.ts';

interface Parts {
  log: Log;
  feed: CaptionFeed;
  visibility: CaptionsVisibility;
  /** Problems go to standard error, too. */
  isPrinting: boolean;
}

/** The store of what is wrong, whose most urgent problem the windows show. */
export const openProblems = ({ log, feed, visibility, isPrinting }: Parts): ProblemStore =>
  new ProblemStore({
    shown: (problem) => {
      feed.problem(problem);
      visibility.problem(problem);
    },
    reported: (problem) => {
      log.event('problem', problemFacts(problem));
      if (isPrinting) printError(problem.sentence);
    },
  });

/** Reports what the app found in its folder; why a file stays where it is follows from the folder. */
export function reportFiles(
  problems: ProblemStore,
  userData: string,
  unread: (Problem | null)[],
): void {
  const folderProblem = probeUserData(userData);
  if (folderProblem === null) problems.set('files', joinProblems(unread));
  else {
    const joined = joinProblems([...unread, folderProblem]);
    problems.set('folder', joined && { ...joined, code: folderProblem.code });
  }
}
