import { nextTurnOf } from '#core/listening/captions.ts';
import type { Listening, ListeningEffect, ListeningEvent } from '#core/listening/listening.ts';
import type { SegmentEffect } from '#core/segments/segment.ts';
import type { TranscriptStore } from '../storage/transcript/transcript-store.ts';
import { KeyedTimers, Timer } from '../time/timer.ts';
import type { LineNews } from './line-news.ts';
import type { ListeningProblems } from './listening-problems.ts';
import type { ListeningObserver } from './observer.ts';
import type { OpenMicrophone } from './open-microphone.ts';
import type { SegmentLines } from './segment-lines.ts';
import type { StoredReports } from './stored-reports.ts';
import type { Words } from './words.ts';

interface Parts {
  microphone: OpenMicrophone;
  lines: SegmentLines;
  words: Words;
  reports: StoredReports;
  news: LineNews;
  problems: ListeningProblems;
  transcriptStore: TranscriptStore;
  observer: ListeningObserver;
  /** The state after the step that the effects are of. */
  state: () => Listening;
  emit: (event: ListeningEvent) => void;
}

/** Carries out the effects of the listening reducer, each on the part that it is for. */
export class ListeningEffects {
  readonly #parts: Parts;
  readonly #tailTimer: Timer;
  readonly #dictationTimers: KeyedTimers;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tailTimer = new Timer(() => parts.emit({ type: 'timeout' }));
    this.#dictationTimers = new KeyedTimers((id) => parts.emit({ type: 'dictation-timeout', id }));
  }

  perform(effect: ListeningEffect): void {
    const { microphone, reports, news, problems, observer } = this.#parts;
    switch (effect.type) {
      case 'open-microphone':
        microphone.open(effect.startSample);
        break;
      case 'close-microphone':
        microphone.close();
        break;
      case 'record':
        microphone.record(effect.startSample);
        break;
      case 'segment':
        this.#performForSegment(effect.id, effect.effect);
        break;
      case 'set-timeout':
        this.#tailTimer.set(effect.timeoutMs);
        break;
      case 'started':
        this.#begin();
        problems.started();
        break;
      case 'set-dictation-timeout':
        this.#dictationTimers.set(effect.id, effect.timeoutMs);
        break;
      case 'dictation-ended':
        observer.dictationEnded(effect.id);
        break;
      case 'finished':
      case 'no-text-follows':
      case 'dictated':
        reports.perform(effect);
        break;
      case 'quiet':
        problems.quiet(effect);
        break;
      case 'session-failed':
        news.failed(effect.failure);
        break;
      case 'problem':
        problems.microphoneFailed(effect.problem);
        break;
    }
  }

  /** The text begins with the captions, or without them with the dictation that begins. */
  #begin(): void {
    const { words, observer } = this.#parts;
    const state = this.#parts.state();
    const { captions } = state;
    const isAlone = captions.phase === 'off';
    const firstTurn = isAlone ? nextTurnOf(state) : captions.firstTurn;
    words.begin(firstTurn);
    observer.began(isAlone ? firstTurn : null);
  }

  #performForSegment(id: number, effect: SegmentEffect): void {
    const { lines, news, words, transcriptStore } = this.#parts;
    lines.perform(id, effect);
    news.hear(effect);
    if (effect.type === 'turn') words.hear(effect.turn);
    else if (effect.type === 'failed' || effect.type === 'dropped')
      transcriptStore.failed(effect.unfinal.startSample, effect.unfinal.endSample);
  }
}
