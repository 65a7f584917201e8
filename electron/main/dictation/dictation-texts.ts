import type { Done } from '#core/dictation/lifecycle-state.ts';
import type { Settings } from '#shared/settings.ts';
import type { BackEnd } from '../hotkeys/back-end.ts';
import type { EraseText } from '../insertion/accessible/erase-text.ts';
import type { Insertion, Outcome, Target } from '../insertion/insertion.ts';
import { pastOwnWindow, type OwnWindow } from '../insertion/past-own-window.ts';
import type { DictationEntry } from './dictation-entry.ts';
import { doneWith } from './dictation-status.ts';
import { InsertionQueue } from './insertion-queue.ts';
import type { KeyHold } from './key-hold.ts';
import { textRulesFor } from './text-rules.ts';

export interface TextParts {
  insertion: Insertion;
  /** Removes a text that a dictation has inserted. Null if nothing can: “scratch that” is a text then. */
  eraseText: EraseText | null;
  /** Set while the dictation key is held. The insertion reads it, too. */
  keyHold: KeyHold;
  settings: () => Pick<Settings, 'insertion'>;
  /** Whether the demo runs. Its speech is neither stored nor typed. */
  isDemo: () => boolean;
  /** See `BackEnd.watchInput`. */
  watchInput: BackEnd['watchInput'];
  /** Called with the window that a text is for, when that is asked for. */
  onTarget: (target: Promise<Target | null>) => void;
}

/** Brings the texts of dictations to the cursor, one after the other, and removes the newest one again. */
export class DictationTexts {
  readonly #parts: TextParts;
  readonly #queue: InsertionQueue;

  constructor(parts: TextParts) {
    this.#parts = parts;
    this.#queue = new InsertionQueue(parts.insertion, parts.keyHold, parts.watchInput);
  }

  /** Whether a text can be removed again. */
  get canScratch(): boolean {
    return this.#parts.eraseText !== null;
  }

  /** The window that has the focus now. */
  target(): Promise<Target | null> {
    const target = this.#parts.insertion.focused();
    this.#parts.onTarget(target);
    return target;
  }

  /** Inserts the text of a dictation into the window that had the focus at its key-down. */
  async insert(entry: DictationEntry, text: string, isComplete: boolean): Promise<Done> {
    const target = this.#parts.isDemo() ? null : entry.target;
    const rules = entry.profile.then((profile) => textRulesFor(profile, isComplete));
    const outcome = await this.#queue.insert(text, target, entry.askedAtMs, rules);
    return doneWith(outcome, isComplete, (await target)?.app ?? '');
  }

  /** Removes the newest text. Resolves with whether it did. */
  async scratch({ target }: DictationEntry): Promise<boolean> {
    const { eraseText } = this.#parts;
    return eraseText !== null && this.#queue.scratch(target, eraseText);
  }

  /**
   * Inserts a text once more, into the window that has the focus now.
   *
   * @param past a window of CaptionKey without a text field; the window that had the focus before it
   * gets the text
   */
  async insertAgain(text: string, past: OwnWindow | null): Promise<Done> {
    const outcome = past
      ? await this.insertPast(past, text)
      : await this.#queue.insert(text, await this.target());
    return doneWith(outcome, true, '');
  }

  /**
   * Inserts a text that was chosen in a window of CaptionKey into the window that had the focus before.
   */
  async insertPast(own: OwnWindow, text: string): Promise<Outcome> {
    const { insertion, settings } = this.#parts;
    if (settings().insertion === 'clipboard') return this.#queue.insert(text, null);
    return pastOwnWindow(own, insertion, (target) => this.#queue.insert(text, target));
  }

  /** Runs work on the clipboard while no insertion uses it. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.inTurn(work);
  }
}
