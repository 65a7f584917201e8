import { isDeepStrictEqual } from 'node:util';
import type { ListeningCommand } from '#shared/ipc.ts';
import type { Result } from '#shared/result.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { areCaptionsWanted } from '#core/listening/captions.ts';
import { firstSampleNeeded } from '#core/listening/held.ts';
import type {
  Listening,
  ListeningEffect,
  ListeningEvent,
  ListeningOptions,
} from '#core/listening/listening.ts';
import { statusOf } from '#core/listening/status.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import { isHeard } from '#core/listening/passages.ts';
import { firstSampleHeld, isPreRolling, startSampleOf } from '#core/listening/pre-roll.ts';
import { silent, stepListening } from '#core/listening/step.ts';
import { describeFailure } from '#core/streaming/failure.ts';
import { describeLoss } from '#core/streaming/loss.ts';
import { HeldAudio } from '#core/streaming/held-audio.ts';
import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';
import { turnsPerPassage, type PassageEffect } from '#core/streaming/passage/passage.ts';
import {
  emptyTranscript,
  putTurn,
  textBetween,
  type Transcript,
} from '#core/transcript/transcript.ts';
import type { Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import type { Keeping } from '../keeping/keeping.ts';
import { KeyedTimers, Timer } from '../timer.ts';
import type { Account } from './account.ts';
import { PassageLine } from './passage-line.ts';
import type { SessionObserver } from './session-log.ts';

/** What happens, for those who show it and those who log it. */
export interface ListenerObserver extends Omit<SessionObserver, 'sessionBilled'> {
  status(status: Status): void;
  turn(turn: Turn): void;
  level(level: number): void;
  /** Null: what was wrong before is so no longer. */
  problem(problem: Problem | null): void;
  /** A stop is complete: `text` is all that was said since the start. */
  finished(text: string): void;
  /** A dictation is complete, and its turns are kept. */
  dictated(dictated: Dictated): void;
  /** The microphone is or is not open while nobody speaks. */
  preRolling(isOn: boolean): void;
  /** What was said is text and kept, and nothing is recorded. */
  settled(): void;
  /** Microphone and sockets are closed, and nothing will open by itself. */
  rested(): void;
}

/** Runs the listening reducer: events in, its effects carried out on microphone and sockets. */
export class Listener {
  readonly #microphone: () => Microphone;
  readonly #account: () => Result<Account>;
  readonly #observer: ListenerObserver;
  readonly #keeping: Keeping;
  readonly #options: () => ListeningOptions;
  readonly #audio = new HeldAudio();
  readonly #tailTimer = new Timer(() => this.dispatch({ type: 'timeout' }));
  readonly #dictationTimers = new KeyedTimers((id) =>
    this.dispatch({ type: 'dictation-timeout', id }),
  );
  readonly #lines = new Map<number, PassageLine>();
  readonly #events: ListeningEvent[] = [];
  #state: Listening;
  #transcript: Transcript = emptyTranscript;
  #firstTurn = 0;
  #openMicrophone: Microphone | null = null;
  /** What is wrong with the microphone although it is open. */
  #warning: Problem | null = null;
  #isDispatching = false;
  /** Resolves when all finals so far are kept; what is shown waits for it, in order. */
  #kept: Promise<unknown> = Promise.resolve();
  #toldStatus: Status;
  /** Why no session can be begun is what is shown. */
  #isLossTold = false;

  /**
   * @param microphone the source to open next; asked at every opening
   * @param account asked for every session; where there is none, nothing starts
   * @param options asked at every step, because settings change
   * @param keeping told what is to be kept; a turn is shown as final once it is kept
   */
  constructor(
    microphone: () => Microphone,
    account: () => Result<Account>,
    options: () => ListeningOptions,
    keeping: Keeping,
    observer: ListenerObserver,
  ) {
    this.#microphone = microphone;
    this.#account = account;
    this.#observer = observer;
    this.#keeping = keeping;
    this.#options = options;
    this.#state = silent(options());
    this.#toldStatus = this.status;
  }

  get status(): Status {
    return statusOf(this.#state);
  }

  /** Nothing is open and nothing will open by itself. */
  get isAtRest(): boolean {
    const { captions, dictations, microphone, passages } = this.#state;
    return (
      captions.phase === 'off' &&
      dictations.all.length === 0 &&
      microphone === 'closed' &&
      passages.length === 0
    );
  }

  /** Captions are on, or about to be again. */
  get areCaptionsOn(): boolean {
    return areCaptionsWanted(this.#state);
  }

  /** What was said is text; the microphone may be open all the same. */
  get #isSettled(): boolean {
    const { captions, dictations, isRecording, passages } = this.#state;
    return (
      captions.phase === 'off' &&
      dictations.all.length === 0 &&
      !isRecording &&
      passages.length === 0
    );
  }

  /** Somebody wants to know how they are heard. */
  get #isAttended(): boolean {
    return isHeard(this.#state) || this.#state.isCheckingLevel;
  }

  /** All that was said since captions were last started. */
  get text(): string {
    return textBetween(this.#transcript, this.#firstTurn, Infinity);
  }

  /** What hotkeys, verbs and buttons ask for. Without an account nothing is opened. */
  command(command: ListeningCommand): void {
    const account = this.#account();
    const isStart = command === 'start' || command === 'toggle';
    if (isStart && !account.ok && this.#state.captions.phase === 'off')
      this.#observer.problem(account.problem);
    else this.dispatch({ type: command });
  }

  /**
   * Somebody begins to speak for a text of its own, which is told by `dictated` with this id.
   *
   * @returns its first sample, or null where there is no account: the problem is told
   */
  dictate(id: number): number | null {
    const account = this.#account();
    if (!account.ok) {
      this.#observer.problem(account.problem);
      return null;
    }
    const startSample = startSampleOf(this.#state);
    this.dispatch({ type: 'dictate', id });
    return startSample;
  }

  /** Brings every session to the settings that are wanted now; none loses any sound by it. */
  configure(): void {
    for (const line of this.#lines.values()) line.configure();
  }

  /** Takes an event; one that comes up while another is worked on waits its turn. */
  dispatch(event: ListeningEvent): void {
    this.#events.push(event);
    if (this.#isDispatching) return;
    this.#isDispatching = true;
    try {
      for (let next = this.#events.shift(); next !== undefined; next = this.#events.shift())
        this.#step(next);
    } finally {
      this.#isDispatching = false;
    }
  }

  #step(event: ListeningEvent): void {
    const wasAtRest = this.isAtRest;
    const wasSettled = this.#isSettled;
    const wasPreRolling = isPreRolling(this.#state);
    const listening = { ...this.#state, options: this.#optionsNow };
    const [state, effects] = stepListening(listening, event);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    for (const id of this.#lines.keys())
      if (state.passages.every((passage) => passage.id !== id)) this.#lines.delete(id);
    this.#tellStatus();
    this.#audio.forgetBefore(firstSampleHeld(state));
    if (isPreRolling(state) !== wasPreRolling) this.#observer.preRolling(!wasPreRolling);
    if (this.#isSettled && !wasSettled) this.#settle();
    if (this.isAtRest && !wasAtRest) this.#rest();
  }

  /** That all is over is told behind the last words: ahead of them it would cost them a frame. */
  #tellStatus(): void {
    if (isDeepStrictEqual(this.status, this.#toldStatus)) return;
    if (this.status.phase === 'idle') this.#whenKept(() => this.#tellStatusNow());
    else this.#tellStatusNow();
  }

  #tellStatusNow(): void {
    if (isDeepStrictEqual(this.status, this.#toldStatus)) return;
    this.#toldStatus = this.status;
    this.#observer.status(this.#toldStatus);
  }

  /** A session with settings that are no longer wanted is not kept for the next start. */
  get #optionsNow(): ListeningOptions {
    const options = this.#options();
    const newest = this.#lines.get(this.#state.nextPassage - 1);
    return newest?.isOutdated ? { ...options, warmMs: 0 } : options;
  }

  /** Only the newest passage is given another session: the others are about to end. */
  #renew(id: number): void {
    if (id === this.#state.nextPassage - 1) this.dispatch({ type: 'renew-session' });
  }

  #settle(): void {
    this.#keeping.settledTo(this.#state.capturedTo);
    this.#whenKept(() => this.#observer.settled());
  }

  #rest(): void {
    this.#whenKept(() => {
      if (this.isAtRest) this.#observer.rested();
    });
  }

  /** Runs something once every final turn so far is kept, in the order it was asked for. */
  #whenKept(run: () => void): void {
    this.#kept = this.#kept.then(run);
  }

  #perform(effect: ListeningEffect): void {
    switch (effect.type) {
      case 'open-microphone':
        this.#open(effect.startSample);
        break;
      case 'close-microphone':
        this.#openMicrophone?.close();
        break;
      case 'record':
        this.#openMicrophone?.record(effect.startSample);
        break;
      case 'passage':
        this.#performForPassage(effect.id, effect.effect);
        break;
      case 'set-timeout':
        this.#tailTimer.set(effect.timeoutMs);
        break;
      case 'started':
        if (this.#state.captions.phase !== 'off') this.#firstTurn = this.#state.captions.firstTurn;
        this.#observer.problem(this.#warning);
        break;
      case 'finished': {
        const { firstTurn, lastPassage } = effect;
        const beforeTurn = (lastPassage + 1) * turnsPerPassage;
        const text = textBetween(this.#transcript, firstTurn, beforeTurn);
        this.#whenKept(() => this.#observer.finished(text));
        break;
      }
      case 'set-dictation-timeout':
        this.#dictationTimers.set(effect.id, effect.timeoutMs);
        break;
      case 'dictated':
        this.#whenKept(() => this.#observer.dictated(effect.dictated));
        break;
      case 'session-failed':
        this.#observer.problem(describeFailure(effect.failure, this.#host));
        break;
      case 'problem':
        this.#observer.problem(effect.problem);
        break;
    }
  }

  #open(startSample: number): void {
    const microphone = this.#microphone();
    this.#openMicrophone = microphone;
    this.#warning = null;
    microphone.open(startSample, (event) => {
      if (microphone === this.#openMicrophone) this.#hear(event);
    });
  }

  #hear(event: MicrophoneEvent): void {
    switch (event.type) {
      case 'chunk': {
        const { startSample, pcm, level } = event.chunk;
        this.#audio.append(startSample, pcm);
        this.dispatch({ type: 'captured', toSample: this.#audio.endSample, level });
        if (this.#isAttended) this.#observer.level(level);
        break;
      }
      case 'closed':
        this.#openMicrophone = null;
        this.#keeping.recordingEnded(this.#state.capturedTo);
        this.dispatch({ type: 'microphone-closed' });
        break;
      case 'failed':
        this.#openMicrophone = null;
        this.#keeping.recordingEnded(this.#state.capturedTo);
        this.dispatch({ type: 'microphone-failed', problem: event.problem });
        break;
      case 'warned':
        this.#warning = event.problem;
        // Whoever does not speak is not disturbed; it is told when they do.
        if (this.#isAttended) this.#observer.problem(event.problem);
        break;
      case 'recording':
        this.#keeping.recordingBegan(event.path, event.startSample);
        break;
      case 'lost':
        break;
    }
  }

  #performForPassage(id: number, effect: PassageEffect): void {
    this.#lineOf(id).perform(effect);
    switch (effect.type) {
      case 'turn': {
        const [transcript, turn] = putTurn(this.#transcript, effect.turn);
        this.#transcript = transcript;
        if (turn !== null) this.#show(turn, effect.turn);
        break;
      }
      case 'failed':
        this.#keeping.failed(effect.unfinal.startSample, effect.unfinal.endSample);
        break;
      case 'lost':
        // Most lines that drop are back before a sentence about it is read.
        if (effect.failedAttempts < toldAfterAttempts) break;
        this.#isLossTold = true;
        this.#observer.problem(describeLoss(effect.failure, this.#host));
        break;
      case 'began':
        if (this.#isLossTold) this.#observer.problem(null);
        this.#isLossTold = false;
        break;
      default:
        break;
    }
  }

  /** A turn is kept before it is shown as final. */
  #show(turn: Turn, spoken: SpokenTurn): void {
    if (!turn.isFinal) {
      this.#observer.turn(turn);
      return;
    }
    this.#kept = this.#kept.then(() => this.#keeping.turn(spoken));
    this.#whenKept(() => {
      this.#observer.turn(turn);
      this.#keeping.settledTo(firstSampleNeeded(this.#state));
    });
  }

  #lineOf(id: number): PassageLine {
    const known = this.#lines.get(id);
    if (known !== undefined) return known;
    const line = new PassageLine(
      this.#account,
      this.#audio,
      (event) => this.dispatch({ type: 'passage', id, event }),
      () => this.#renew(id),
      {
        sessionBegan: (connectMs) => this.#observer.sessionBegan(connectMs),
        sessionEnded: (end) => this.#observer.sessionEnded(end),
        sessionBilled: (session) => this.#keeping.session(session),
      },
    );
    this.#lines.set(id, line);
    return line;
  }

  get #host(): string {
    const account = this.#account();
    return account.ok ? new URL(account.value.baseUrl).host : 'AssemblyAI';
  }
}

/** A line that could not be opened so often in a row is worth a sentence. */
const toldAfterAttempts = 2;
