import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import type { Microphone } from '../../audio/microphone.ts';
import type { CopyText } from '../../insertion/text-clipboard.ts';
import type { Store } from '../database/store.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { AskWhereToSave } from './export/export.ts';
import type { Retranscription } from './retranscription.ts';

/** The outcome of inserting a text of the history. */
export type Inserted =
  | { type: 'inserted' }
  | { type: 'pasted'; problem: Problem }
  | { type: 'on-clipboard'; problem: Problem | null }
  | { type: 'held'; problem: Problem };

/** What the history works on. */
export interface HistoryParts {
  store: Store;
  recordings: Recordings;
  retranscription: Retranscription;
  /** Listens to this sound instead of the microphone. Fails while the microphone is in use. */
  listenTo: (sound: Microphone, onHeard: () => void) => Promise<Result<null>>;
  insert: (text: string) => Promise<Inserted>;
  copyText: CopyText;
  askWhereToSave: AskWhereToSave;
  /** Called when the history has changed. */
  onChange: () => void;
  /** Called with problems of work that no request waits for. */
  onProblem: (problem: Problem) => void;
}
