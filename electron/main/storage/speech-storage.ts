import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { ok, type Result } from '#shared/result.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { startStoreWorker } from './database/start-worker.ts';
import { Store } from './database/store.ts';
import { Retranscription } from './history/retranscription.ts';
import { Recordings } from './recordings/recordings.ts';
import { StoringProblem } from './transcript/storing-problem.ts';
import { TranscriptWriter, type Kept } from './transcript/transcript-writer.ts';
import { TaskQueue } from '../../task-queue.ts';
import { mainTuning } from '../time/tuning.ts';
import { forgetTexts } from './text-retention.ts';

interface Parts {
  userData: string;
  recordingsFolder: string;
  settings: SettingsStore;
  audioInput: AudioInput;
  problems: Pick<ProblemStore, 'set'>;
}

interface StorageEvents {
  /** A session was stored, so the usage has grown. */
  used: [];
  /** Recordings or dictations have changed, and so have the possible actions. */
  changed: [];
}

/** The storage of speech: the database and the recordings. */
export class SpeechStorage extends EventEmitter<StorageEvents> {
  readonly store: Store;
  readonly transcriptWriter: TranscriptWriter;
  /** Writes what the computer plays, in its own sample clock. */
  readonly computerWriter: TranscriptWriter;
  /** Keeps retranscribed speech from the transcript writer. */
  readonly retranscription: Retranscription;
  readonly recordings: Recordings;
  readonly #problems: Pick<ProblemStore, 'set'>;
  readonly #storing: StoringProblem;
  readonly #historyDays: () => number | null;
  #tidying: NodeJS.Timeout | undefined;
  /** The newest sweep, which waits for the earlier ones. */
  readonly #sweeps = new TaskQueue();

  constructor({ userData, recordingsFolder, settings, audioInput, problems }: Parts) {
    super();
    this.#problems = problems;
    this.#historyDays = () => settings.all.historyDays;
    this.store = new Store(startStoreWorker, join(userData, 'captionkey.db'), (notice) =>
      problems.set('database', notice),
    );
    this.recordings = new Recordings(
      this.store,
      recordingsFolder,
      () => settings.all.recordingRetention,
    );
    const kept = (): Kept => {
      // The demo's speech is not stored.
      if (audioInput.isDemo) return 'nothing';
      return settings.all.keepHistory ? 'everything' : 'no-texts';
    };
    this.#storing = new StoringProblem((problem) => problems.set('storage', problem));
    const onUsed = (): boolean => this.emit('used');
    this.transcriptWriter = new TranscriptWriter(this.store, this.#storing, onUsed, kept);
    this.computerWriter = new TranscriptWriter(this.store, this.#storing, onUsed, kept, 'computer');
    this.retranscription = new Retranscription(this.transcriptWriter);
  }

  /**
   * Opens the database. Requests meanwhile are answered afterwards.
   *
   * @returns whether a crash has left unfinished recordings; fails if nothing can be stored
   */
  async open(): Promise<Result<boolean>> {
    const opened = await this.store.open();
    this.#storing.valueOf(opened);
    if (!opened.ok) return opened;
    this.#tidying = setInterval(() => void this.tidy(), mainTuning.betweenSweepsMs);
    await this.#sweep();
    const offers = await this.recordings.offers();
    return ok(offers.ok && offers.value.length > 0);
  }

  /** The newest captions of the first of these sources that has words; null if the history has no words of any. */
  async transcriptOf(sources: readonly SoundSource[]): Promise<number | null> {
    const writers = { microphone: this.transcriptWriter, computer: this.computerWriter };
    for (const source of sources) {
      const id = await writers[source].newestCaptions;
      const hasWords = id === null ? null : await this.store.haveCaptionsWords(id);
      if (hasWords?.ok && hasWords.value) return id;
    }
    return null;
  }

  /** Deletes the recordings whose text is stored, and old texts, then emits that the storage has changed. */
  async tidy(): Promise<void> {
    await this.#sweep();
    this.emit('changed');
  }

  async close(): Promise<void> {
    clearInterval(this.#tidying);
    await this.#written();
    await this.#sweeps.idle();
    await this.store.close();
  }

  async #written(): Promise<void> {
    await this.transcriptWriter.idle();
    await this.computerWriter.idle();
  }

  /** Deletes recordings whose text is stored, and old texts, as the settings say. */
  #sweep(): Promise<void> {
    return this.#sweeps.run(async () => {
      await this.#written();
      const swept = await this.recordings.sweep(Date.now());
      const forgotten = await forgetTexts(this.store, this.#historyDays(), Date.now());
      const failed = [swept, forgotten].find(({ ok }) => !ok);
      this.#problems.set('recordings', failed?.ok === false ? failed.problem : null);
    });
  }
}
