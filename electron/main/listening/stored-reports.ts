import type { CaptionsBound } from '#core/listening/changes.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import { turnsPerSegment } from '#core/segments/segment.ts';
import type { TranscriptStore } from '../storage/transcript/transcript-store.ts';
import type { LineNews } from './line-news.ts';
import type { ListeningObserver } from './observer.ts';
import type { Words } from './words.ts';

interface Parts {
  words: Words;
  news: LineNews;
  transcriptStore: TranscriptStore;
  observer: ListeningObserver;
}

/** Reports that wait until every final turn so far is stored, so that they come after its words. */
export class StoredReports {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  settled(toSample: number): void {
    const { words, transcriptStore, observer } = this.#parts;
    words.whenKept(() => {
      transcriptStore.settledTo(toSample);
      observer.settled();
    });
  }

  /** Stored at once: turns find their captions by the range. */
  captions(bound: CaptionsBound | null): void {
    const { transcriptStore } = this.#parts;
    if (bound?.type === 'began') transcriptStore.captionsBegan(bound.startSample);
    if (bound?.type === 'ended') transcriptStore.captionsEnded(bound.endSample);
  }

  /** @param captions their turns: from the first one up to those of the last segment */
  finished(captions: { firstTurn: number; lastSegment: number; isAgain: boolean }): void {
    const { words, observer } = this.#parts;
    const beforeTurn = (captions.lastSegment + 1) * turnsPerSegment;
    const text = words.between(captions.firstTurn, beforeTurn);
    words.whenKept(() => observer.finished(text, captions.isAgain));
  }

  nothingToHandOver(): void {
    const { words, observer } = this.#parts;
    words.whenKept(() => observer.nothingToHandOver());
  }

  dictated(dictated: Dictated): void {
    const { words, observer } = this.#parts;
    words.whenKept(() => observer.dictated(dictated));
  }

  /** @param isAtRest asked then; if something has started meanwhile, nothing is reported */
  rested(isAtRest: () => boolean): void {
    const { words, news, observer } = this.#parts;
    words.whenKept(() => {
      if (!isAtRest()) return;
      news.rested();
      observer.rested();
    });
  }
}
