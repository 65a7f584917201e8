import { insertionTuning as tuning } from '../tuning.ts';

/**
 * The programs that read each new content of the clipboard, such as clipboard managers. While one of them has
 * it open, the target of a paste cannot open it and pastes nothing, so the paste key waits until they
 * have read.
 */
export class ClipboardWatchers {
  /** Their processes. Windows does not list them, so they are learned from what they read. */
  readonly #known = new Set<number>();
  readonly #readers = new Set<number>();
  #copiedAtMs = 0;
  #isFirst = true;

  /** The app has copied a content. Times are of one clock. */
  copied(nowMs: number): void {
    this.#copiedAtMs = nowMs;
    this.#readers.clear();
  }

  /**
   * Another program than the target has read the content, before or after the paste key.
   *
   * @param processId 0 if it cannot be known
   */
  read(processId: number, nowMs: number): void {
    if (processId === 0) return;
    this.#readers.add(processId);
    // A program that reads later waits on purpose, and does not meet the target.
    if (nowMs - this.#copiedAtMs <= tuning.quickWatchersReadMs) this.#known.add(processId);
  }

  /** Whether all of them have read, or need not be waited for any longer. */
  isWaitOver(nowMs: number): boolean {
    const sinceMs = nowMs - this.#copiedAtMs;
    if (sinceMs < (this.#isFirst ? tuning.firstWatchersReadMs : tuning.watchersReadMs))
      return false;
    return this.#missing.length === 0 || sinceMs >= tuning.knownWatchersReadMs;
  }

  /** The wait is over. A program that has not read may have ended, and is forgotten. */
  waited(): void {
    this.#isFirst = false;
    for (const processId of this.#missing) this.#known.delete(processId);
  }

  get #missing(): number[] {
    return [...this.#known].filter((processId) => !this.#readers.has(processId));
  }
}
