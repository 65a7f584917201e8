import type { DatabaseSync } from 'node:sqlite';
import { captionsHandlers } from './captions.ts';
import { dictationHandlers } from './dictations.ts';
import type { CallArguments, CallName } from './messages.ts';
import { oldTextHandlers } from './old-texts.ts';
import { recordingHandlers } from './recordings.ts';
import { sessionHandlers } from './sessions.ts';
import { TextSearch } from './text-search.ts';
import { turnHandlers } from './turns.ts';
import { wholeDictationHandlers } from './whole-dictations.ts';

/** The handler of each call. Answers are raw rows, which the client parses. */
export type Handlers = {
  [N in Exclude<CallName, 'close'>]: (...args: CallArguments<N>) => unknown;
};

/** A database in use. */
export interface OpenStore {
  handlers: Handlers;
  /** Puts some texts of an older version into the index. @returns whether there may be more */
  indexSome: (count: number) => boolean;
}

/** @throws SQLite's error if the database does not have the expected tables */
export function openStore(database: DatabaseSync, runId: string): OpenStore {
  const turns = new TextSearch(database, 'turns');
  const dictations = new TextSearch(database, 'dictations');
  return {
    handlers: {
      ...recordingHandlers(database, runId),
      ...turnHandlers(database, runId),
      ...captionsHandlers(database, runId),
      ...dictationHandlers(database, runId, dictations),
      ...wholeDictationHandlers(database, runId),
      ...oldTextHandlers(database, runId),
      ...sessionHandlers(database),
    },
    indexSome: (count) => dictations.indexSome(count) || turns.indexSome(count),
  };
}
