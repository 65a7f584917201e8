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

  /** A program that is not the target has read the content, before or after the paste key. */
  read(processId: number, nowMs: number): void {
    this.#readers.add(processId);
    // A program that waits on purpose reads long after the target.
    if (nowMs - this.#copiedAtMs <= tuning.knownWatchersReadMs) this.#known.add(processId);
  }

  /** Whether the paste key needs to wait for none of them any longer. */
  areDone(nowMs: number): boolean {
    const sinceMs = nowMs - this.#copiedAtMs;
    if (sinceMs < (this.#isFirst ? tuning.firstWatchersReadMs : tuning.watchersReadMs))
      return false;
    const missing = [...this.#known].filter((processId) => !this.#readers.has(processId));
    if (missing.length > 0 && sinceMs < tuning.knownWatchersReadMs) return false;
    this.#isFirst = false;
    // A program that has ended is waited for once.
    for (const processId of missing) this.#known.delete(processId);
    return true;
  }
}
