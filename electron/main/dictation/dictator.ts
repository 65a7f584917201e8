import { idle, stepKeying, type KeyingEffect, type KeyingEvent } from '#core/dictation/grammar.ts';
import { replaceWords } from '#core/dictation/replacements.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import { tuning } from '#core/tuning.ts';
import type { DictationOutcome } from '#shared/dictation.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Settings } from '#shared/settings.ts';
import type { Problem } from '#shared/status.ts';
import { inOwnWindow } from '../delivery/beside-own-window.ts';
import type { Delivery, Outcome } from '../delivery/delivery.ts';
import { pastOwnWindow, type OwnWindow } from '../delivery/past-own-window.ts';
import type { Listener } from '../listening/listener.ts';
import type { Store } from '../store/store.ts';
import { Timer } from '../timer.ts';
import { Insertion } from './insertion.ts';
import { KeyHold } from './key-hold.ts';
import { couldNotBeHad, mayLackWords, occupied } from './sentences.ts';
import { Utterance } from './utterance.ts';

interface Parts {
  listener: Pick<Listener, 'dictate' | 'dispatch'>;
  delivery: Delivery;
  store: Store;
  settings: () => Pick<Settings, 'delivery' | 'dictationMode' | 'replacements'>;
  /** Sound of earlier speech is in the place of the microphone. */
  isOccupied: () => boolean;
  /** The demo is nobody's speech: it is neither kept nor typed. */
  isDemo: () => boolean;
  /** Escape cancels until the text is on its way into the other program. */
  watchEscape: (isOn: boolean) => void;
  /** See `BackEnd.watchInput`. */
  watchInput: (behindServerMs: number | null) => () => boolean | null;
  onStatus: (status: DictationStatus) => void;
  /** The history has changed. */
  onHistory: () => void;
  onProblem: (problem: Problem) => void;
}

/** From the key to the text at the cursor: hears what the key asks for, and delivers what was said. */
export class Dictator {
  readonly #parts: Parts;
  readonly #keyHold = new KeyHold();
  readonly #insertion: Insertion;
  readonly #utterances = new Map<number, Utterance>();
  /** Dictations that are complete, on their way to where they belong. */
  readonly #work = new Set<Promise<void>>();
  readonly #bound = new Timer(() => this.#step({ type: 'timeout' }));
  readonly #shown = new Timer(() => this.#show({ phase: 'idle' }));
  #keying = idle;
  #count = 0;
  #status: DictationStatus = { phase: 'idle' };
  /** The newest text, for whoever wants it once more. */
  #lastText = '';
  #isEscapeOurs = false;
  /** One that was cancelled, as long as that can be undone. */
  #undoable: { utterance: Utterance; text: string | null; isComplete: boolean } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#insertion = new Insertion(parts.delivery, this.#keyHold, parts.watchInput);
  }

  get phase(): DictationStatus['phase'] {
    return this.#status.phase;
  }

  /** There is a text that could be delivered once more. */
  get hasText(): boolean {
    return this.#lastText !== '';
  }

  /** The dictation key. */
  key(
    event: { atMs: number } & (
      { type: 'press'; hasRelease: boolean } | { type: 'release' } | { type: 'other-key' }
    ),
  ): void {
    const mode = this.#parts.settings().dictationMode;
    this.#step(event.type === 'other-key' ? event : { ...event, mode });
  }

  /** @returns false where there is no dictation that it could be about */
  command(command: 'start' | 'stop' | 'toggle' | 'cancel'): boolean {
    const isSpeaking = this.#keying.phase !== 'idle';
    if (command === 'start' || command === 'toggle')
      this.#step({ type: isSpeaking && command === 'toggle' ? 'stop' : 'start' });
    else if (isSpeaking) this.#step({ type: command });
    else if (command === 'cancel' && this.phase === 'finishing') this.#cancelNewest();
    else return false;
    return true;
  }

  /** Delivers the text of the dictation that was cancelled last, if that is not too long ago. */
  undo(): void {
    const undone = this.#undoable;
    if (undone === null) return;
    this.#undoable = null;
    undone.utterance.isCancelled = false;
    if (undone.text === null) this.#show({ phase: 'finishing' });
    else void this.#deliver(undone.utterance, undone.text, undone.isComplete);
  }

  /**
   * Delivers the newest text once more, to the window that has the focus now.
   *
   * @param past a window of ours where no text belongs; the one that had the focus before gets it
   */
  async deliverAgain(past: OwnWindow | null = null): Promise<void> {
    if (!this.hasText) return;
    const text = this.#lastText;
    const outcome = past
      ? this.deliverPast(past, text)
      : this.#insertion.insert(text, await this.#parts.delivery.focused());
    const told = await outcome;
    if (this.#isUnused) this.#showOutcome(told);
  }

  /** Delivers a text that was asked for in a window of ours to the one that had the focus before. */
  async deliverPast(own: OwnWindow, text: string): Promise<Outcome> {
    const { delivery, settings } = this.#parts;
    if (settings().delivery === 'clipboard') return this.#insertion.insert(text, null);
    return pastOwnWindow(own, delivery, (target) => this.#insertion.insert(text, target));
  }

  /** Does something with the clipboard while no text is on its way over it. */
  withClipboard(work: () => Promise<void>): Promise<void> {
    return this.#insertion.inTurn(work);
  }

  /** Nobody is heard for it any more; where nobody asked for that, the key is of no use to it now. */
  ended(id: number): void {
    if (id !== this.#count || this.#keying.phase === 'idle') return;
    this.#step({ type: 'ended' });
    this.#show({ phase: 'finishing' });
  }

  /** Resolves when everything that was said is delivered, or known not to be. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  /** A dictation is complete; comes for each, in order of speech. */
  async dictated(dictated: Dictated): Promise<void> {
    const work = this.#finish(dictated).finally(() => this.#work.delete(work));
    this.#work.add(work);
    await work;
  }

  async #finish(dictated: Dictated): Promise<void> {
    const utterance = this.#utterances.get(dictated.id);
    if (utterance === undefined) return;
    const text = replaceWords(dictated.text, this.#parts.settings().replacements);
    await utterance.keep({ ...dictated, text });
    this.#utterances.delete(dictated.id);
    if (utterance.isDiscarded) await this.#conclude(utterance, 'silent');
    else if (text === '')
      await this.#conclude(utterance, dictated.isComplete ? 'silent' : 'failed');
    else if (utterance.isCancelled) await this.#keepCancelled(utterance, text, dictated.isComplete);
    else await this.#deliver(utterance, text, dictated.isComplete);
  }

  #step(event: KeyingEvent): void {
    const [keying, effects] = stepKeying(this.#keying, event);
    const isChanged = keying.phase !== this.#keying.phase;
    this.#keying = keying;
    this.#keyHold.set(keying.phase === 'held');
    for (const effect of effects) this.#perform(effect);
    const { phase } = this.#keying;
    const isNew = isChanged || effects.some(({ type }) => type === 'begin');
    if (isNew && phase !== 'idle')
      this.#show({ phase: 'speaking', isLatched: phase === 'latched' });
    this.#watchEscape();
  }

  #perform(effect: KeyingEffect): void {
    switch (effect.type) {
      case 'begin':
        this.#begin();
        break;
      case 'end':
        this.#end();
        break;
      case 'cancel':
        this.#cancel();
        break;
      case 'discard':
        this.#discard();
        break;
      case 'set-timeout':
        this.#bound.set(effect.timeoutMs);
        break;
    }
  }

  /** The microphone first: everything else can be done while it opens. */
  #begin(): void {
    const { listener, delivery, store, isDemo, isOccupied, onProblem } = this.#parts;
    if (isOccupied()) onProblem(occupied);
    const startSample = isOccupied() ? null : listener.dictate(++this.#count);
    if (startSample === null) {
      this.#step({ type: 'ended' });
      return;
    }
    const utterance = new Utterance(store, delivery.focused(), startSample, !isDemo());
    this.#utterances.set(this.#count, utterance);
    this.#undoable = null;
  }

  #end(): void {
    this.#parts.listener.dispatch({ type: 'end-dictation' });
    this.#show({ phase: 'finishing' });
  }

  #cancel(): void {
    this.#end();
    this.#cancelNewest();
  }

  /** Whoever lets go of the key first means the same by Escape. */
  #cancelNewest(): void {
    const utterance = this.#utterances.get(this.#count);
    if (utterance === undefined) return;
    utterance.isCancelled = true;
    this.#undoable = { utterance, text: null, isComplete: false };
    this.#showDone('cancelled', 'Cancelled. The text is in the history.');
  }

  /** The key was meant for another program: nobody is told anything, and nothing is kept. */
  #discard(): void {
    const utterance = this.#utterances.get(this.#count);
    if (utterance !== undefined) utterance.isDiscarded = true;
    this.#parts.listener.dispatch({ type: 'end-dictation' });
    this.#show({ phase: 'idle' });
  }

  async #keepCancelled(utterance: Utterance, text: string, isComplete: boolean): Promise<void> {
    this.#lastText = text;
    if (this.#undoable?.utterance === utterance) this.#undoable = { utterance, text, isComplete };
    await utterance.conclude('cancelled');
    this.#parts.onHistory();
  }

  async #deliver(utterance: Utterance, text: string, isComplete: boolean): Promise<void> {
    this.#lastText = text;
    const target = this.#parts.isDemo() ? null : await utterance.target;
    const outcome = await this.#insertion.insert(text, target, utterance.askedAtMs);
    await this.#conclude(utterance, outcome.type, outcome, isComplete);
  }

  async #conclude(
    utterance: Utterance,
    type: DictationOutcome,
    outcome: Outcome | null = null,
    isComplete = true,
  ): Promise<void> {
    // A new one is spoken by now: what became of this is in the history.
    if (this.#isUnused) {
      if (outcome !== null) this.#showOutcome(outcome, isComplete);
      else if (utterance.isCancelled || type === 'silent') this.#show({ phase: 'idle' });
      else this.#showDone(type, couldNotBeHad);
    }
    await utterance.conclude(type);
    this.#parts.onHistory();
  }

  get #isUnused(): boolean {
    return this.#keying.phase === 'idle' && this.#utterances.size === 0;
  }

  #showOutcome(outcome: Outcome, isComplete = true): void {
    const problem = outcome.type === 'delivered' ? null : outcome.problem;
    const onClipboard = outcome.type === 'on-clipboard' ? 'The text is on the clipboard.' : null;
    const partial = isComplete ? null : mayLackWords;
    const offer = problem?.code === inOwnWindow.code ? ({ canInsert: true } as const) : {};
    this.#showDone(outcome.type, problem?.sentence ?? partial ?? onClipboard, offer);
  }

  #showDone(outcome: DictationOutcome, sentence: string | null, offer = {}): void {
    this.#show({ phase: 'done', outcome, sentence, canUndo: this.#undoable !== null, ...offer });
    this.#shown.set(sentence === null ? tuning.deliveredShownMs : tuning.undoMs);
  }

  #show(status: DictationStatus): void {
    this.#shown.set(null);
    if (status.phase === 'idle') this.#undoable = null;
    if (this.#status.phase === 'idle' && status.phase === 'idle') return;
    this.#status = status;
    this.#parts.onStatus(status);
    this.#watchEscape();
  }

  #watchEscape(): void {
    const isOurs = this.#keying.phase !== 'idle' || this.phase === 'finishing';
    if (isOurs === this.#isEscapeOurs) return;
    this.#isEscapeOurs = isOurs;
    this.#parts.watchEscape(isOurs);
  }
}
