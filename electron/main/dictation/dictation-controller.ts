import { isDeepStrictEqual } from 'node:util';
import { isFinishing, isSpeaking, noDictation } from '#core/dictation/lifecycle-state.ts';
import {
  stepLifecycle,
  type LifecycleEffect,
  type LifecycleEvent,
} from '#core/dictation/lifecycle.ts';
import { isScratchThat } from '#core/dictation/scratch-that.ts';
import { writtenText, type WritingSettings } from '#core/dictation/written-text.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Settings } from '#shared/settings.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Outcome } from '../insertion/insertion.ts';
import type { OwnWindow } from '../insertion/past-own-window.ts';
import type { ListeningController } from '../listening/listening-controller.ts';
import type { Store } from '../storage/database/store.ts';
import { TaskQueue } from '../../task-queue.ts';
import { EventQueue } from '../queues/event-queue.ts';
import { Timer } from '../time/timer.ts';
import { DictationEntry } from './dictation-entry.ts';
import { dictationStatusOf } from './dictation-status.ts';
import { DictationTexts, type TextParts } from './dictation-texts.ts';
import { profileAtKeyDown } from './profile-at-key-down.ts';

interface Parts extends TextParts {
  listeningController: Pick<ListeningController, 'dictate' | 'dispatch'>;
  store: Store;
  settings: () => WritingSettings &
    Pick<Settings, 'insertion' | 'dictationMode' | 'keepHistory' | 'appProfiles'>;
  /** Whether earlier speech is being transcribed instead of the microphone. */
  isOccupied: () => boolean;
  /** Called with true while Escape cancels, which is until the text is inserted. */
  watchEscape: (isOn: boolean) => void;
  /** Called when a dictation is asked for, before the microphone opens. */
  onAsked: () => void;
  /** Called when nothing can be dictated now. The reason was reported before. */
  onRefused: () => void;
  onStatus: (status: DictationStatus) => void;
  /** Called when the history has changed. */
  onHistory: () => void;
  onProblem: (problem: Problem) => void;
}

/**
 * Carries out the effects of the dictation lifecycle: opens the microphone, has texts inserted, and
 * writes the history.
 */
export class DictationController {
  readonly #parts: Parts;
  readonly #texts: DictationTexts;
  readonly #entries = new Map<number, DictationEntry>();
  /** Takes recognised texts in order of speech, also if the window of an earlier one is named late. */
  readonly #recognised = new TaskQueue();
  /** Insertions and writes that are under way. */
  readonly #work = new Set<Promise<void>>();
  readonly #keyTimer = new Timer(() => this.#key({ type: 'timeout' }));
  readonly #shownTimer = new Timer(() => this.#dispatch({ type: 'shown' }));
  readonly #events = new EventQueue<LifecycleEvent>((event) => this.#step(event));
  #lifecycle = noDictation;
  #status: DictationStatus = { phase: 'idle' };
  #isEscapeWatched = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#texts = new DictationTexts(parts);
  }

  get phase(): DictationStatus['phase'] {
    return this.#status.phase;
  }

  /** Whether there is a text that can be inserted again. */
  get hasText(): boolean {
    return this.lastText !== '';
  }

  /** The text of the newest dictation; empty if there is none. */
  get lastText(): string {
    return this.#lifecycle.lastText;
  }

  /** Takes a press, a release or a tap of the dictation key. */
  key(
    event: { atMs: number } & (
      { type: 'press'; hasRelease: boolean } | { type: 'release' } | { type: 'other-key' }
    ),
  ): void {
    const mode = this.#parts.settings().dictationMode;
    this.#key(event.type === 'other-key' ? event : { ...event, mode });
  }

  /** @returns false if the command applies to no dictation */
  command(command: 'start' | 'stop' | 'toggle' | 'cancel'): boolean {
    const isAbout =
      command === 'start' ||
      command === 'toggle' ||
      isSpeaking(this.#lifecycle) ||
      (command === 'cancel' && isFinishing(this.#lifecycle));
    if (isAbout) this.#dispatch({ type: 'command', command });
    return isAbout;
  }

  /** Inserts the text of the newest cancelled dictation, if it can still be undone. */
  undo(): void {
    this.#dispatch({ type: 'undo' });
  }

  /**
   * Inserts the newest text again, into the window that has the focus now.
   *
   * @param past a window of CaptionKey without a text field; the window that had the focus before it
   * gets the text
   */
  async insertLast(past: OwnWindow | null = null): Promise<void> {
    if (!this.hasText) return;
    const done = await this.#texts.insertAgain(this.lastText, past);
    this.#dispatch({ type: 'inserted-again', done });
  }

  /**
   * Inserts a text that was chosen in a window of CaptionKey into the window that had the focus before.
   */
  insertPast(own: OwnWindow, text: string): Promise<Outcome> {
    return this.#texts.insertPast(own, text);
  }

  /** Runs work on the clipboard while no insertion uses it. */
  withClipboard<T>(work: () => Promise<T>): Promise<T> {
    return this.#texts.inTurn(work);
  }

  /** A dictation records nothing more, because the key ended it or the microphone failed. */
  ended(id: number): void {
    this.#dispatch({ type: 'ended', id });
  }

  /** Resolves when every text is inserted, or known not to be. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  /** A dictation is recognised. This is called for each dictation, in order of speech. */
  async dictated(dictated: Dictated): Promise<void> {
    const entry = this.#entries.get(dictated.id);
    if (entry === undefined) return;
    await this.#do(() => this.#recognised.run(() => this.#write(entry, dictated)));
  }

  async #write(entry: DictationEntry, dictated: Dictated): Promise<void> {
    const { id, isComplete } = dictated;
    const settings = this.#parts.settings();
    const language = (await entry.profile)?.language;
    // The session may have those of the settings: beside captions, or if the window was named late.
    const languageCodes = [
      ...(language === undefined ? [] : [language]),
      ...settings.languageCodes,
    ];
    const text = writtenText(dictated, { ...settings, languageCodes });
    const canScratch = isComplete && this.#texts.canScratch;
    const isScratch = canScratch && isScratchThat(dictated, { ...settings, languageCodes });
    await entry.keep({ ...dictated, text });
    this.#dispatch({ type: 'recognised', id, text, isComplete, isScratch });
  }

  #key(event: Extract<LifecycleEvent, { type: 'key' }>['event']): void {
    this.#dispatch({ type: 'key', event });
  }

  /** Takes an event. One that arrives during another waits its turn. */
  #dispatch(event: LifecycleEvent): void {
    if (this.#events.put(event)) this.#show();
  }

  #step(event: LifecycleEvent): void {
    const [lifecycle, effects] = stepLifecycle(this.#lifecycle, event);
    this.#lifecycle = lifecycle;
    this.#parts.keyHold.set(lifecycle.keying.phase === 'held');
    for (const effect of effects) this.#perform(effect);
    for (const id of this.#entries.keys())
      if (!lifecycle.entries.some((entry) => entry.id === id)) this.#entries.delete(id);
  }

  #perform(effect: LifecycleEffect): void {
    switch (effect.type) {
      case 'begin':
        this.#begin(effect.id);
        break;
      case 'end':
        this.#parts.listeningController.dispatch({ type: 'end-dictation' });
        break;
      case 'insert':
        void this.#do(() => this.#insert(effect));
        break;
      case 'scratch':
        void this.#do(() => this.#scratch(effect.id));
        break;
      case 'conclude':
        void this.#do(() => this.#conclude(effect));
        break;
      case 'set-key-timeout':
        this.#keyTimer.set(effect.timeoutMs);
        break;
      case 'set-shown-timeout':
        this.#shownTimer.set(effect.timeoutMs);
        break;
    }
  }

  /**
   * Asks for the window first, because the person may go to another one. Everything else can be done
   * while the microphone opens.
   */
  #begin(id: number): void {
    const { listeningController, store, settings, isDemo } = this.#parts;
    const { isOccupied, onAsked, onRefused, onProblem } = this.#parts;
    const target = this.#texts.target();
    onAsked();
    if (isOccupied()) onProblem(problem('transcribing', {}));
    const profiles = isDemo() ? [] : settings().appProfiles;
    const { profile, session } = profileAtKeyDown(profiles, target);
    const startSample = isOccupied() ? null : listeningController.dictate(id, session);
    if (startSample === null) {
      this.#events.putFirst({ type: 'refused', id });
      onRefused();
    } else {
      const isKept = settings().keepHistory && !isDemo();
      const entry = new DictationEntry(store, { target, profile, startSample, isKept });
      this.#entries.set(id, entry);
      this.#events.putFirst({ type: 'begun', id });
    }
  }

  async #insert({ id, text, isComplete }: Extract<LifecycleEffect, { type: 'insert' }>) {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const done = await this.#texts.insert(entry, text, isComplete);
    this.#dispatch({ type: 'inserted', id, done });
  }

  async #scratch(id: number) {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const isErased = await this.#texts.scratch(entry);
    this.#dispatch({ type: 'scratched', id, isErased });
  }

  async #conclude({ id, outcome }: Extract<LifecycleEffect, { type: 'conclude' }>) {
    await this.#entries.get(id)?.conclude(outcome);
    this.#parts.onHistory();
  }

  /** Runs work that `idle` waits for. */
  async #do(work: () => Promise<void>): Promise<void> {
    const running = work().finally(() => this.#work.delete(running));
    this.#work.add(running);
    await running;
  }

  #show(): void {
    const status = dictationStatusOf(this.#lifecycle);
    const isChanged = !isDeepStrictEqual(status, this.#status);
    this.#status = status;
    if (isChanged) this.#parts.onStatus(status);
    // Escape cancels until the text is inserted, and reaches no program before that.
    const isWatched = status.phase !== 'idle' && status.phase !== 'done';
    if (isWatched === this.#isEscapeWatched) return;
    this.#isEscapeWatched = isWatched;
    this.#parts.watchEscape(isWatched);
  }
}
