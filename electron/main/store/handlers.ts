import type { DatabaseSync } from 'node:sqlite';
import { dictationHandlers } from './dictations.ts';
import type { CallArguments, CallName } from './messages.ts';
import { recordingHandlers } from './recordings.ts';
import { sessionHandlers } from './sessions.ts';
import { turnHandlers } from './turns.ts';
import { wholeDictationHandlers } from './whole-dictations.ts';

/** What each call does. Answers are rows as they are; the client parses them. */
export type Handlers = {
  [N in Exclude<CallName, 'close'>]: (...args: CallArguments<N>) => unknown;
};

/** @throws SQLite's error where the database is not what it says */
export function handlersOf(database: DatabaseSync, runId: string): Handlers {
  return {
    open: () => undefined,
    ...recordingHandlers(database, runId),
    ...turnHandlers(database, runId),
    ...dictationHandlers(database, runId),
    ...wholeDictationHandlers(database, runId),
    ...sessionHandlers(database),
  };
}
