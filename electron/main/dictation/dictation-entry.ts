import type { DictationOutcome } from '#shared/dictation.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import type { AppProfile } from '#shared/setting-values.ts';
import type { Target } from '../insertion/insertion.ts';
import type { Store } from '../storage/database/store.ts';

interface Parts {
  /** The window that had the focus at key-down, and the profile of its program. */
  target: Promise<Target | null>;
  profile: Promise<AppProfile | null>;
  startSample: number;
  /** False for the demo, and if the person wants no history. */
  isKept: boolean;
}

/** A dictation from its key-down to the history: its target, and its row in the database. */
export class DictationEntry {
  readonly startedAtMs = Date.now();
  /** The same moment by `performance.now()`, which a change of the system's clock does not affect. */
  readonly askedAtMs = performance.now();
  readonly target: Parts['target'];
  readonly profile: Parts['profile'];
  readonly #store: Store;
  readonly #rowId: Promise<number | null>;

  constructor(store: Store, { target, profile, startSample, isKept }: Parts) {
    this.#store = store;
    this.target = target;
    this.profile = profile;
    this.#rowId = isKept ? this.#begin(startSample) : Promise.resolve(null);
  }

  /** Stores the text. The store reports its own failures. */
  async keep({ text, isComplete, startSample, endSample }: Dictated): Promise<void> {
    const rowId = await this.#rowId;
    if (rowId === null) return;
    const durationMs = Date.now() - this.startedAtMs;
    await this.#store.finishDictation(rowId, {
      ...{ text, isPartial: !isComplete, durationMs, startSample, endSample },
    });
  }

  /** Stores the outcome. A dictation without speech is removed. */
  async conclude(outcome: DictationOutcome): Promise<void> {
    const rowId = await this.#rowId;
    if (rowId === null) return;
    if (outcome === 'silent') await this.#store.dropDictation(rowId);
    else await this.#store.setOutcome(rowId, outcome);
  }

  async #begin(startSample: number): Promise<number | null> {
    const target = await this.target;
    const { startedAtMs } = this;
    const app = target === null || target.app === '' ? null : target.app;
    const begun = await this.#store.beginDictation({ startedAtMs, app, startSample });
    return begun.ok ? begun.value : null;
  }
}
