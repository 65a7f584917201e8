import type { CaptionsBound } from '#core/listening/changes.ts';
import type { ListeningEffect } from '#core/listening/listening.ts';
import { turnsPerSegment } from '#core/segments/segment.ts';
import type { TranscriptStore } from '../storage/transcript/transcript-store.ts';
import type { LineNews } from './line-news.ts';
import type { ListeningObserver } from './observer.ts';
import type { Words } from './words.ts';

/** What is reported of a whole text. */
type StoredEffect = Extract<ListeningEffect, { type: 'finished' | 'no-text-follows' | 'dictated' }>;

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

  perform(effect: StoredEffect): void {
    const { words, observer } = this.#parts;
    switch (effect.type) {
      case 'finished': {
        const { firstTurn, lastSegment, isAgain } = effect;
        const text = words.between(firstTurn, (lastSegment + 1) * turnsPerSegment);
        words.whenKept(() => observer.finished(text, isAgain));
        break;
      }
      case 'no-text-follows':
        words.whenKept(() => observer.noTextFollows());
        break;
      case 'dictated':
        words.whenKept(() => observer.dictated(effect.dictated));
        break;
    }
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
