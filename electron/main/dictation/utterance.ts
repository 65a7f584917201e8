import type { DictationOutcome } from '#shared/dictation.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import type { Target } from '../delivery/delivery.ts';
import type { Store } from '../store/store.ts';

/** A dictation from its key-down on: where its text goes, and its row in the history. */
export class Utterance {
  readonly startedAtMs = Date.now();
  /** The same moment by `performance.now()`: no clock that is set changes what follows what. */
  readonly askedAtMs = performance.now();
  /** What had the focus at key-down. */
  readonly target: Promise<Target | null>;
  isCancelled = false;
  /** It was none. */
  isDiscarded = false;
  readonly #store: Store;
  readonly #rowId: Promise<number | null>;

  /** @param isKept the demo is nobody's speech */
  constructor(store: Store, target: Promise<Target | null>, startSample: number, isKept: boolean) {
    this.#store = store;
    this.target = target;
    this.#rowId = isKept ? this.#begin(startSample) : Promise.resolve(null);
  }

  /** Keeps what was said; whoever could not keep it has told so by now. */
  async keep({ text, isComplete, startSample, endSample }: Dictated): Promise<void> {
    const rowId = await this.#rowId;
    if (rowId === null) return;
    const durationMs = Date.now() - this.startedAtMs;
    await this.#store.finishDictation(rowId, {
      ...{ text, isPartial: !isComplete, durationMs, startSample, endSample },
    });
  }

  /** Keeps what became of it; of one in which nothing was said, nothing is kept. */
  async conclude(outcome: DictationOutcome): Promise<void> {
    const rowId = await this.#rowId;
    if (rowId === null) return;
    if (outcome === 'silent') await this.#store.dropDictation(rowId);
    else await this.#store.setOutcome(rowId, outcome);
  }

  async #begin(startSample: number): Promise<number | null> {
    const target = await this.target;
    const { startedAtMs } = this;
    const app = target?.app ?? null;
    const begun = await this.#store.beginDictation({ startedAtMs, app, startSample });
    return begun.ok ? begun.value : null;
  }
}
