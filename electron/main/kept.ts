import { join } from 'node:path';
import type { RecordingRetention } from '#shared/settings.ts';
import type { Problem } from '#shared/status.ts';
import type { Microphone } from './audio/microphone.ts';
import { History, type Delivered } from './history/history.ts';
import { Rehearing } from './history/rehearing.ts';
import { askWhereToSave } from './history/save-dialog.electron.ts';
import type { CaptionFeed } from './ipc/caption-feed.ts';
import { Keeper } from './keeping/keeper.ts';
import type { ProblemStore } from './problems/problem-store.ts';
import { Recordings } from './recovery/recordings.ts';
import { Recovery } from './recovery/recovery.ts';
import { ok, type Result } from '#shared/result.ts';
import { startStoreWorker } from './store/start-worker.ts';
import { Store } from './store/store.ts';

interface Parts {
  userData: string;
  recordingsFolder: string;
  feed: CaptionFeed;
  retention: () => RecordingRetention;
  /** The demo is nobody's speech. */
  isDemo: () => boolean;
  /** Listens to sound that is kept instead of the microphone; fails while that is in use. */
  listenTo: (sound: Microphone, onHeard: () => void) => Promise<Result<null>>;
  /** Leaves the text that was heard last on the clipboard. */
  copyHeard: () => void;
  copyText: (text: string) => Promise<void>;
  deliver: (text: string) => Promise<Delivered>;
  /** Called when more was used. */
  onUsed: () => void;
  problems: Pick<ProblemStore, 'set'>;
}

/** All that keeps speech: the store, the recordings, what a crash has left, and the history. */
export class Kept {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly recovery: Recovery;
  /** What is listened to is kept here; what is heard again takes its own way. */
  readonly rehearing: Rehearing;
  readonly history: History;
  readonly #recordings: Recordings;
  readonly #feed: CaptionFeed;
  readonly #problems: Pick<ProblemStore, 'set'>;
  /** The newest sweep; each waits for the one before it. */
  #swept: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    const { feed, recordingsFolder, listenTo, problems } = parts;
    this.#feed = feed;
    this.#problems = problems;
    const store = new Store(startStoreWorker, join(parts.userData, 'captionkey.db'), (notice) =>
      problems.set('database', notice),
    );
    const recordings = new Recordings(store, recordingsFolder, parts.retention);
    const onSession = (): void => {
      feed.broadcast('usage:changed', null);
      parts.onUsed();
    };
    const onUnkept = (problem: Problem | null): void => problems.set('storage', problem);
    const keeper = new Keeper(store, onUnkept, onSession, () => !parts.isDemo());
    const rehearing = new Rehearing(keeper);
    this.#recordings = recordings;
    this.store = store;
    this.keeper = keeper;
    this.rehearing = rehearing;
    this.recovery = new Recovery({
      ...{ recordings, store, keeper, folder: recordingsFolder },
      listenTo: (recovered) => listenTo(recovered, parts.copyHeard),
    });
    this.history = new History({
      ...{ store, recordings, rehearing, listenTo, askWhereToSave },
      deliver: parts.deliver,
      copyText: parts.copyText,
      onChange: () => void this.tidy(),
      onProblem: (problem) => problems.set('database', problem),
    });
  }

  /**
   * Nobody waits for it: what is asked of the store in the meantime is done after it.
   *
   * @returns whether a crash has left anything; fails where nothing can be kept
   */
  async open(): Promise<Result<boolean>> {
    const opened = await this.store.open();
    this.keeper.opened(opened);
    if (!opened.ok) return opened;
    await this.#sweep();
    const leftovers = await this.recovery.leftovers();
    return ok(leftovers.ok && leftovers.value.length > 0);
  }

  /** What is kept may have changed, and with it what can be done with it. */
  async tidy(): Promise<void> {
    await this.#sweep();
    this.#feed.broadcast('leftovers:changed', null);
    this.#feed.broadcast('history:changed', null);
  }

  async close(): Promise<void> {
    await this.keeper.idle();
    await this.#swept;
    await this.store.close();
  }

  /** Recordings go when their text is stored. */
  #sweep(): Promise<void> {
    this.#swept = this.#swept.then(async () => {
      await this.keeper.idle();
      const swept = await this.#recordings.sweep(Date.now());
      this.#problems.set('recordings', swept.ok ? null : swept.problem);
    });
    return this.#swept;
  }
}
