import type { ListeningCommand } from '#shared/ipc.ts';
import type { Result } from '#shared/result.ts';
import type { Problem, Status } from '#shared/status.ts';
import { areCaptionsWanted, nextTurnOf } from '#core/listening/captions.ts';
import { firstSampleUnfinal } from '#core/listening/held.ts';
import type {
  Listening,
  ListeningEffect,
  ListeningEvent,
  ListeningOptions,
} from '#core/listening/listening.ts';
import { isSameStatus, statusOf } from '#core/listening/status.ts';
import { isHeard } from '#core/listening/passages.ts';
import { firstSampleHeld, isPreRolling, startSampleOf } from '#core/listening/pre-roll.ts';
import { isAtRest, isSettled } from '#core/listening/rest.ts';
import { silencesFor, type SilencesFor } from '#core/listening/silences.ts';
import { silent, stepListening } from '#core/listening/step.ts';
import { HeldAudio } from '#core/streaming/held-audio.ts';
import { turnsPerPassage, type PassageEffect } from '#core/streaming/passage/passage.ts';
import type { Chunk, Microphone } from '../audio/microphone.ts';
import type { Keeping } from '../keeping/keeping.ts';
import { KeyedTimers, Timer } from '../timer.ts';
import { accountFor, type Account } from './account.ts';
import { LineNews } from './line-news.ts';
import type { ListenerObserver } from './observer.ts';
import { OpenMicrophone } from './open-microphone.ts';
import { PassageLines } from './passage-lines.ts';
import { Words } from './words.ts';

/** Runs the listening reducer: events in, its effects carried out on microphone and sockets. */
export class Listener {
  readonly #microphone: OpenMicrophone;
  readonly #account: () => Result<Account>;
  readonly #observer: ListenerObserver;
  readonly #keeping: Keeping;
  readonly #options: () => ListeningOptions;
  readonly #audio = new HeldAudio();
  readonly #tailTimer = new Timer(() => this.dispatch({ type: 'timeout' }));
  readonly #dictationTimers = new KeyedTimers((id) =>
    this.dispatch({ type: 'dictation-timeout', id }),
  );
  readonly #lines: PassageLines;
  readonly #words: Words;
  readonly #news: LineNews;
  readonly #events: ListeningEvent[] = [];
  #state: Listening;
  #silences: SilencesFor = 'captions';
  #firstTurn = 0;
  #isDispatching = false;
  #toldStatus: Status;

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
    this.#account = account;
    this.#observer = observer;
    this.#keeping = keeping;
    this.#options = options;
    this.#state = silent(options());
    this.#toldStatus = this.status;
    this.#microphone = new OpenMicrophone({
      source: microphone,
      onChunk: (chunk) => this.#hear(chunk),
      onEnd: (problem) => this.#microphoneEnded(problem),
      onRecording: (path, startSample) => keeping.recordingBegan(path, startSample),
      // Whoever does not speak is not disturbed; it is told when they do.
      onWarning: (problem) => {
        if (this.#isAttended) observer.problem(problem, 'microphone');
      },
    });
    this.#news = new LineNews(account, (problem) => observer.problem(problem, 'connection'));
    this.#words = new Words({
      keep: (turn) => keeping.turn(turn),
      onTurn: (turn) => observer.turn(turn),
      onFinal: () => keeping.settledTo(firstSampleUnfinal(this.#state)),
    });
    this.#lines = new PassageLines({
      account: () => accountFor(account(), this.#silences),
      audio: this.#audio,
      tell: (id, event) => this.dispatch({ type: 'passage', id, event }),
      renew: (id) => this.#renew(id),
      sessions: {
        sessionBegan: (connectMs) => observer.sessionBegan(connectMs),
        sessionRedirected: (asked, ran) => observer.sessionRedirected(asked, ran),
        sessionEnded: (end) => observer.sessionEnded(end),
        sessionBilled: (session) => keeping.session(session),
      },
    });
  }

  get status(): Status {
    return statusOf(this.#state);
  }

  get isAtRest(): boolean {
    return isAtRest(this.#state);
  }

  get isPreRolling(): boolean {
    return isPreRolling(this.#state);
  }

  /** Captions are on, or about to be again. */
  get areCaptionsOn(): boolean {
    return areCaptionsWanted(this.#state);
  }

  /** Somebody wants to know how they are heard. */
  get #isAttended(): boolean {
    return isHeard(this.#state) || this.#state.isCheckingLevel;
  }

  /** All that was said since captions, or without them a dictation, were last started. */
  get text(): string {
    return this.#words.between(this.#firstTurn, Infinity);
  }

  /** What hotkeys, verbs and buttons ask for. Without an account nothing is opened. */
  command(command: ListeningCommand): void {
    const account = this.#account();
    const isStart = command === 'start' || command === 'toggle';
    if (isStart && !account.ok && this.#state.captions.phase === 'off')
      this.#refuse(account.problem);
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
      this.#refuse(account.problem);
      return null;
    }
    const startSample = startSampleOf(this.#state);
    this.dispatch({ type: 'dictate', id });
    return startSample;
  }

  /** Nothing starts. Beside the reason, words that were heard before would look like an answer. */
  #refuse(problem: Problem): void {
    if (!isHeard(this.#state)) this.#observer.began(nextTurnOf(this.#state));
    this.#observer.problem(problem, 'account');
  }

  /** Whether the reason why nothing could start is over. */
  checkAccount(): void {
    if (this.#account().ok) this.#observer.problem(null, 'account');
  }

  /** Brings every session to the settings that are wanted now; none loses any sound by it. */
  configure(): void {
    this.#lines.configure();
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
    const wasSettled = isSettled(this.#state);
    const wasPreRolling = isPreRolling(this.#state);
    const wereCaptionsOn = this.areCaptionsOn;
    const wasAttended = this.#isAttended;
    const listening = { ...this.#state, options: this.#optionsNow };
    const [state, effects] = stepListening(listening, event);
    this.#state = state;
    const silencesBefore = this.#silences;
    this.#silences = silencesFor(silencesBefore, state);
    if (this.#isAttended !== wasAttended) this.#attend();
    for (const effect of effects) this.#perform(effect);
    this.#lines.keepOnly(state.passages);
    this.#tellStatus();
    if (this.#silences !== silencesBefore) this.#lines.configure();
    if (this.areCaptionsOn !== wereCaptionsOn) this.#observer.captions(!wereCaptionsOn);
    this.#audio.forgetBefore(firstSampleHeld(state));
    if (isPreRolling(state) !== wasPreRolling) this.#observer.preRolling(!wasPreRolling);
    if (isSettled(state) && !wasSettled) this.#settle();
    if (this.isAtRest && !wasAtRest) this.#rest();
  }

  /** The microphone's problems are shown while it matters how the person is heard. */
  #attend(): void {
    if (this.#isAttended) this.#observer.problem(null, 'microphone-failure');
    this.#observer.problem(this.#isAttended ? this.#microphone.warning : null, 'microphone');
  }

  /** That all is over is told behind the last words: ahead of them it would cost them a frame. */
  #tellStatus(): void {
    const { status } = this;
    if (isSameStatus(status, this.#toldStatus)) return;
    if (status.phase === 'idle') this.#words.whenKept(() => this.#tellStatusNow());
    else this.#tellStatusNow();
  }

  #tellStatusNow(): void {
    const { status } = this;
    if (isSameStatus(status, this.#toldStatus)) return;
    this.#toldStatus = status;
    this.#observer.status(status);
  }

  /** A session with settings that are no longer wanted is not kept for the next start. */
  get #optionsNow(): ListeningOptions {
    const options = this.#options();
    const isOutdated = this.#lines.isOutdated(this.#state.nextPassage - 1);
    return isOutdated ? { ...options, warmMs: 0 } : options;
  }

  /** Only the newest passage is given another session: the others are about to end. */
  #renew(id: number): void {
    if (id === this.#state.nextPassage - 1) this.dispatch({ type: 'renew-session' });
  }

  #settle(): void {
    this.#keeping.settledTo(this.#state.capturedTo);
    this.#words.whenKept(() => this.#observer.settled());
  }

  #rest(): void {
    this.#words.whenKept(() => {
      if (!this.isAtRest) return;
      this.#news.rested();
      this.#observer.rested();
    });
  }

  #perform(effect: ListeningEffect): void {
    switch (effect.type) {
      case 'open-microphone':
        this.#microphone.open(effect.startSample);
        break;
      case 'close-microphone':
        this.#microphone.close();
        break;
      case 'record':
        this.#microphone.record(effect.startSample);
        break;
      case 'passage':
        this.#performForPassage(effect.id, effect.effect);
        break;
      case 'set-timeout':
        this.#tailTimer.set(effect.timeoutMs);
        break;
      case 'started':
        this.#begin();
        this.#observer.problem(null, 'account');
        this.#observer.problem(null, 'connection');
        this.#observer.problem(null, 'microphone-failure');
        this.#observer.problem(this.#microphone.warning, 'microphone');
        break;
      case 'finished': {
        const { firstTurn, lastPassage } = effect;
        const beforeTurn = (lastPassage + 1) * turnsPerPassage;
        const text = this.#words.between(firstTurn, beforeTurn);
        this.#words.whenKept(() => this.#observer.finished(text));
        break;
      }
      case 'set-dictation-timeout':
        this.#dictationTimers.set(effect.id, effect.timeoutMs);
        break;
      case 'dictation-ended':
        this.#observer.dictationEnded(effect.id);
        break;
      case 'dictated':
        this.#words.whenKept(() => this.#observer.dictated(effect.dictated));
        break;
      case 'session-failed':
        this.#news.failed(effect.failure);
        break;
      case 'problem':
        this.#observer.problem(effect.problem, 'microphone-failure');
        break;
    }
  }

  /** The text is that of the captions; without them, that of the dictation that begins. */
  #begin(): void {
    const { captions } = this.#state;
    this.#firstTurn = captions.phase === 'off' ? nextTurnOf(this.#state) : captions.firstTurn;
    this.#observer.began(captions.phase === 'off' ? this.#firstTurn : 0);
  }

  #hear({ startSample, pcm, levels }: Chunk): void {
    this.#audio.append(startSample, pcm);
    this.dispatch({ type: 'captured', toSample: this.#audio.endSample, levels });
    if (this.#isAttended) this.#observer.level(Math.max(...levels));
  }

  #microphoneEnded(problem: Problem | null): void {
    this.#keeping.recordingEnded(this.#state.capturedTo);
    this.dispatch(
      problem === null ? { type: 'microphone-closed' } : { type: 'microphone-failed', problem },
    );
  }

  #performForPassage(id: number, effect: PassageEffect): void {
    this.#lines.perform(id, effect);
    this.#news.hear(effect);
    if (effect.type === 'turn') this.#words.hear(effect.turn);
    else if (effect.type === 'failed')
      this.#keeping.failed(effect.unfinal.startSample, effect.unfinal.endSample);
  }
}
