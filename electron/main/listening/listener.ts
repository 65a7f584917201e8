import { isDeepStrictEqual } from 'node:util';
import type { ListeningCommand } from '#shared/ipc.ts';
import type { Result } from '#shared/result.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import type { Listening, ListeningEffect, ListeningEvent } from '#core/listening/listening.ts';
import { statusOf } from '#core/listening/status.ts';
import { silent, stepListening } from '#core/listening/step.ts';
import { sessionUrl } from '#core/streaming/address.ts';
import { describeFailure } from '#core/streaming/failure.ts';
import { HeldAudio } from '#core/streaming/held-audio.ts';
import { parseServerMessage } from '#core/streaming/server-message.ts';
import type { SessionEffect } from '#core/streaming/session.ts';
import {
  applyTurn,
  beginSessionTurns,
  emptyTranscript,
  textSince,
  type Transcript,
} from '#core/transcript/transcript.ts';
import type { Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import { dial, type Connection, type SocketEvent } from '../socket/dial.ts';
import { Timer } from '../timer.ts';

/** Where sessions go and what opens them. */
export interface Account {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  key: string;
}

/** What happens, for those who show it. */
export interface ListenerObserver {
  status(status: Status): void;
  turn(turn: Turn): void;
  level(level: number): void;
  /** Null: what was wrong before is so no longer. */
  problem(problem: Problem | null): void;
  /** A stop is complete: `text` is all that was said since the start. */
  finished(text: string): void;
  /** Microphone and socket are closed, and nothing will open by itself. */
  rested(): void;
}

/** Runs the listening reducer: events in, its effects carried out on microphone and socket. */
export class Listener {
  readonly #microphone: () => Microphone;
  readonly #account: () => Result<Account>;
  readonly #observer: ListenerObserver;
  readonly #audio = new HeldAudio();
  readonly #stopTimer = new Timer(() => this.dispatch({ type: 'timeout' }));
  readonly #sessionTimer = new Timer(() =>
    this.dispatch({ type: 'session', event: { type: 'timeout' } }),
  );
  readonly #events: ListeningEvent[] = [];
  #state: Listening = silent;
  #transcript: Transcript = emptyTranscript;
  #firstTurnId = 0;
  #openMicrophone: Microphone | null = null;
  #connection: Connection | null = null;
  #host = '';
  #isDispatching = false;

  /**
   * @param microphone the source to open next; asked at every opening
   * @param account asked at every start; where there is none, nothing starts
   */
  constructor(
    microphone: () => Microphone,
    account: () => Result<Account>,
    observer: ListenerObserver,
  ) {
    this.#microphone = microphone;
    this.#account = account;
    this.#observer = observer;
  }

  get status(): Status {
    return statusOf(this.#state);
  }

  /** Nothing is open and nothing will open by itself. */
  get isAtRest(): boolean {
    const { captions, microphone } = this.#state;
    return captions.phase === 'off' && microphone === 'closed';
  }

  /** All that was said since captions were last started. */
  get text(): string {
    return textSince(this.#transcript, this.#firstTurnId);
  }

  /** What hotkeys, verbs and buttons ask for. Without an account nothing is opened. */
  command(command: ListeningCommand): void {
    const account = this.#account();
    const isStart = command === 'start' || command === 'toggle';
    if (isStart && !account.ok && this.#state.captions.phase === 'off')
      this.#observer.problem(account.problem);
    else this.dispatch({ type: command });
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
    const before = this.status;
    const wasAtRest = this.isAtRest;
    const [state, effects] = stepListening(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    if (!isDeepStrictEqual(this.status, before)) this.#observer.status(this.status);
    this.#audio.forgetBefore(firstSampleNeeded(state));
    if (this.isAtRest && !wasAtRest) this.#observer.rested();
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
        this.#openMicrophone?.record();
        break;
      case 'connect':
        this.#connect();
        break;
      case 'session':
        this.#performForSession(effect.effect);
        break;
      case 'set-timeout':
        this.#stopTimer.set(effect.timeoutMs);
        break;
      case 'started':
        this.#firstTurnId = this.#transcript.turns.length;
        this.#observer.problem(null);
        break;
      case 'finished':
        this.#observer.finished(this.text);
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
    microphone.open(startSample, (event) => {
      if (microphone === this.#openMicrophone) this.#hear(event);
    });
  }

  #hear(event: MicrophoneEvent): void {
    switch (event.type) {
      case 'chunk': {
        const { startSample, pcm, level } = event.chunk;
        this.#audio.append(startSample, pcm);
        this.dispatch({ type: 'captured', toSample: this.#audio.endSample });
        this.#observer.level(level);
        break;
      }
      case 'closed':
        this.#openMicrophone = null;
        this.dispatch({ type: 'microphone-closed' });
        break;
      case 'failed':
        this.#openMicrophone = null;
        this.dispatch({ type: 'microphone-failed', problem: event.problem });
        break;
      case 'warned':
        this.#observer.problem(event.problem);
        break;
    }
  }

  #connect(): void {
    const account = this.#account();
    if (!account.ok) {
      const failure = { cause: 'unavailable', problem: account.problem } as const;
      this.dispatch({ type: 'session', event: { type: 'disconnected', failure } });
      return;
    }
    const { baseUrl, key } = account.value;
    this.#host = new URL(baseUrl).host;
    this.#transcript = beginSessionTurns(this.#transcript);
    const connection = dial(sessionUrl(baseUrl), key, (event) => {
      if (connection === this.#connection) this.#receive(event);
    });
    this.#connection = connection;
  }

  #receive(event: SocketEvent): void {
    if (event.type === 'disconnected') {
      const { failure } = event;
      this.dispatch({ type: 'session', event: { type: 'disconnected', failure } });
      return;
    }
    const message = parseServerMessage(event.text);
    if (message !== null) this.dispatch({ type: 'session', event: { type: 'message', message } });
  }

  #performForSession(effect: SessionEffect): void {
    switch (effect.type) {
      case 'send-audio': {
        const { startSample, endSample, padToSample } = effect;
        this.#connection?.sendBinary(this.#audio.read(startSample, endSample, padToSample));
        break;
      }
      case 'send':
        this.#connection?.sendText(JSON.stringify(effect.message));
        break;
      case 'disconnect':
        this.#connection?.close();
        this.#connection = null;
        break;
      case 'set-timeout':
        this.#sessionTimer.set(effect.timeoutMs);
        break;
      case 'turn': {
        const [transcript, turn] = applyTurn(this.#transcript, effect.turn);
        this.#transcript = transcript;
        if (turn !== null) this.#observer.turn(turn);
        break;
      }
      case 'began':
      case 'ended':
        break;
    }
  }
}

/** Sound is kept until it is on the wire, or until the session it waits for has sent it. */
function firstSampleNeeded({ session, next, capturedTo }: Listening): number {
  if (session.phase === 'connecting' || session.phase === 'open') return session.sentTo;
  return next?.startSample ?? capturedTo;
}
