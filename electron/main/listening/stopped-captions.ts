import { wordCount } from '#core/transcript/word-count.ts';
import type { CopiedCaptions } from '#shared/copied-captions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { UndoableClipboard } from '../insertion/undoable-clipboard.ts';
import { TaskQueue } from '../../task-queue.ts';
import { Timer } from '../time/timer.ts';
import { mainTuning } from '../time/tuning.ts';
import type { FinishedCaptions } from './listening-events.ts';

interface Parts {
  /** Its calls wait for the insertions before them. */
  clipboard: UndoableClipboard;
  /** Whether captions are on again. */
  areOn: () => boolean;
  /** The stored captions that were stopped; null if the history does not have their words. */
  transcript: (sources: readonly SoundSource[]) => Promise<number | null>;
  openTranscript: (captionsId: number) => Promise<void>;
  /** Shows that a text was copied, or nothing more of it. */
  show: (copied: CopiedCaptions | null) => void;
  /** Why the newest text is not on the clipboard; null if it is, or if other captions have begun. */
  onProblem: (problem: Problem | null) => void;
}

/** One stop of captions: the newest one, one whose copy was undone, or one after which captions began. */
interface Stop {
  state: 'newest' | 'undone' | 'over';
}

/**
 * Copies the text of captions that a person has stopped. For some seconds it can be undone, and the
 * transcript can be opened.
 */
export class StoppedCaptions {
  readonly #parts: Parts;
  readonly #timer = new Timer(() => this.#end());
  /** Copies and undoes, one after the other. */
  readonly #work = new TaskQueue();
  #stop: Stop = { state: 'newest' };
  #isShown = false;
  #hasEnded = false;
  #transcript: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Captions were stopped. Late words replace the text that was copied before, unless that was undone. */
  finished(captions: FinishedCaptions): Promise<void> {
    if (this.#hasEnded) return Promise.resolve();
    if (!captions.isAgain) this.#stop = { state: 'newest' };
    const stop = this.#stop;
    return this.#work.run(() => this.#copy(captions, stop));
  }

  /** The words of other captions are about to be shown. */
  begun(): void {
    if (this.#stop.state === 'newest') this.#stop.state = 'over';
    this.#stop = { state: 'newest' };
    this.#parts.onProblem(null);
    this.#end();
  }

  /** Restores what the text replaced. If something else was copied since, that stays. */
  async undo(): Promise<void> {
    if (!this.#isShown) return;
    this.#stop.state = 'undone';
    // It may wait for an insertion. The copy is not accepted meanwhile, because then it could not be undone.
    this.#hide();
    await this.#work.run(async () => {
      const { clipboard, onProblem } = this.#parts;
      if (!(await clipboard.undo())) onProblem(problem('not-undone', {}));
    });
  }

  async openTranscript(): Promise<void> {
    const id = this.#transcript;
    if (!this.#isShown || id === null) return;
    // Late words are still copied, but no notice returns for them.
    this.#stop.state = 'over';
    this.#end();
    await this.#parts.openTranscript(id);
  }

  /** The app ends. Resolves when nothing is being copied or undone. No notice follows. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    this.#isShown = false;
    this.#timer.set(null);
    await this.#work.idle();
  }

  async #copy({ text, sources }: FinishedCaptions, stop: Stop): Promise<void> {
    const isUndone = (): boolean => stop.state === 'undone';
    if (text === '' || isUndone()) return;
    const { clipboard, areOn, transcript, onProblem } = this.#parts;
    // The end of an earlier notice would accept this copy, too.
    this.#timer.set(null);
    const outcome = await clipboard.copy(text);
    if (isUndone()) return;
    if (outcome === 'failed') {
      this.#end();
      onProblem(problem('not-copied', {}));
      return;
    }
    onProblem(null);
    this.#transcript = await transcript(sources);
    if (isUndone() || this.#hasEnded) return;
    if (stop.state === 'over' || areOn()) {
      void clipboard.accept();
      return;
    }
    this.#isShown = true;
    this.#timer.set(mainTuning.copiedShownMs);
    this.#parts.show({
      wordCount: wordCount(text),
      canUndo: outcome === 'can-undo',
      hasTranscript: this.#transcript !== null,
    });
  }

  #end(): void {
    if (!this.#isShown) return;
    this.#hide();
    void this.#parts.clipboard.accept();
  }

  #hide(): void {
    this.#isShown = false;
    this.#timer.set(null);
    this.#parts.show(null);
  }
}
