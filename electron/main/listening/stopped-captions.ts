import { wordCount } from '#core/transcript/word-count.ts';
import type { CopiedCaptions } from '#shared/copied-captions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { UndoableClipboard } from '../insertion/undoable-clipboard.ts';
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

/**
 * Copies the text of captions that a person has stopped. For some seconds it can be undone, and the
 * transcript can be opened.
 */
export class StoppedCaptions {
  readonly #parts: Parts;
  readonly #timer = new Timer(() => this.#end());
  #isShown = false;
  /** The person has undone the copy of these captions, so their late words are not copied. */
  #isUndone = false;
  #transcript: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Captions were stopped. Late words replace the text that was copied before, unless that was undone. */
  async finished({ text, sources, isAgain }: FinishedCaptions): Promise<void> {
    if (!isAgain) this.#isUndone = false;
    if (text === '' || this.#isUndone) return;
    const { clipboard, areOn, transcript, show, onProblem } = this.#parts;
    const outcome = await clipboard.copy(text);
    if (outcome === 'failed') {
      this.#end();
      onProblem(problem('not-copied', {}));
      return;
    }
    onProblem(null);
    const transcriptId = await transcript(sources);
    if (this.#isUndone) return;
    this.#transcript = transcriptId;
    if (areOn()) {
      void clipboard.accept();
      return;
    }
    this.#isShown = true;
    this.#timer.set(mainTuning.copiedShownMs);
    show({
      wordCount: wordCount(text),
      canUndo: outcome === 'can-undo',
      hasTranscript: this.#transcript !== null,
    });
  }

  /** The words of other captions are about to be shown. */
  begun(): void {
    this.#isUndone = false;
    this.#parts.onProblem(null);
    this.#end();
  }

  /** Restores what the text replaced. If something else was copied since, that stays. */
  async undo(): Promise<void> {
    if (!this.#isShown) return;
    this.#isUndone = true;
    await this.#parts.clipboard.undo();
    this.#end();
  }

  async openTranscript(): Promise<void> {
    const id = this.#transcript;
    if (!this.#isShown || id === null) return;
    this.#end();
    await this.#parts.openTranscript(id);
  }

  #end(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#timer.set(null);
    void this.#parts.clipboard.accept();
    this.#parts.show(null);
  }
}
