import type { ConnectionTarget } from './connection-target.ts';
import type { Result } from '#shared/result.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/problem.ts';
import type { SegmentEffect, SegmentEvent } from '#core/segments/segment.ts';
import type { AudioBuffer } from '#core/segments/audio-buffer.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import { formatTurns } from '#core/assemblyai/formatted-turns.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import {
  countedAs,
  parseServerMessage,
  type ServerMessage,
  type TurnMessage,
} from '#core/assemblyai/server-message.ts';
import { shownText } from '#core/assemblyai/shown-text.ts';
import { dial, type Connection, type SocketEvent } from '../connection/dial.ts';
import { Timer } from '../time/timer.ts';
import { LiveConfiguration } from './live-configuration.ts';
import { SessionLog, type SessionObserver } from './session-log.ts';
import { mainTuning } from '../time/tuning.ts';

interface Parts {
  /** Called for every session, with the profile. */
  connectionTarget: (profile: SessionProfile | null) => Result<ConnectionTarget>;
  profile: SessionProfile | null;
  audio: AudioBuffer;
  /** Receives events; if no connection can be opened, while the effect is carried out. */
  emit: (event: SegmentEvent) => void;
  /** Called some time before a session expires, and if the session cannot take the current settings. */
  renew: () => void;
  sessions: SessionObserver;
}

/**
 * The socket and the timers of one segment. It carries out the segment's effects and reports what
 * follows.
 */
export class SegmentLine {
  readonly #connectionTarget: (profile: SessionProfile | null) => Result<ConnectionTarget>;
  /** What its sessions are asked for besides the settings. */
  #profile: SessionProfile | null;
  readonly #audio: AudioBuffer;
  readonly #emit: (event: SegmentEvent) => void;
  readonly #timer = new Timer(() => this.#emit({ type: 'timeout' }));
  readonly #sessionTimer = new Timer(() =>
    this.#emit({ type: 'session', event: { type: 'timeout' } }),
  );
  readonly #renew: () => void;
  readonly #renewal: Timer;
  readonly #sessions: SessionObserver;
  #connection: Connection | null = null;
  #session: SessionLog | null = null;
  /** Null if there is no session that can receive an update. */
  #configuration: LiveConfiguration | null = null;
  #model: SpeechModel = 'u3-rt-pro';
  readonly #formatting = new Timer(() => this.#endFormatting());
  /** A final without formatting. The service sends it again with formatting. */
  #bareFinal: TurnMessage | null = null;

  constructor({ connectionTarget, profile, audio, emit, renew, sessions }: Parts) {
    this.#connectionTarget = connectionTarget;
    this.#profile = profile;
    this.#audio = audio;
    this.#emit = emit;
    this.#renew = renew;
    this.#renewal = new Timer(renew);
    this.#sessions = sessions;
  }

  /** Whether the session has outdated settings that it cannot change. */
  get isOutdated(): boolean {
    return this.#configuration?.isOutdated ?? false;
  }

  get profile(): SessionProfile | null {
    return this.#profile;
  }

  /** Whether its session can receive the parameters of a profile. */
  canTake(profile: SessionProfile | null): boolean {
    const connectionTarget = this.#connectionTarget(profile);
    return connectionTarget.ok && this.#configuration?.canFollow(connectionTarget.value) === true;
  }

  /** Its sessions have this profile from now on. */
  change(profile: SessionProfile | null): void {
    this.#profile = profile;
    this.configure();
  }

  /** Updates the session to the current settings. If it cannot take them, requests another session. */
  configure(): void {
    const connectionTarget = this.#connectionTarget(this.#profile);
    if (this.#configuration === null) return;
    const update = this.#configuration.follow(connectionTarget.ok ? connectionTarget.value : null);
    if (update !== null) this.#connection?.sendText(JSON.stringify(update));
    if (this.isOutdated) this.#renew();
  }

  /** Carries out an effect. Effects for other parts are ignored. */
  perform(effect: SegmentEffect): void {
    switch (effect.type) {
      case 'connect':
        this.#connect();
        break;
      case 'send-audio': {
        const { startSample, endSample, padToSample } = effect;
        this.#connection?.sendBinary(this.#audio.read(startSample, endSample, padToSample));
        this.#session?.sent(padToSample - startSample);
        break;
      }
      case 'send':
        this.#connection?.sendText(JSON.stringify(effect.message));
        // No message may follow Terminate.
        if (effect.message.type === 'Terminate') this.#configuration = null;
        break;
      case 'ping':
        this.#connection?.ping(() => this.#emit({ type: 'pong' }));
        break;
      case 'disconnect':
        this.#renewal.set(null);
        this.#formatting.set(null);
        this.#bareFinal = null;
        this.#configuration = null;
        this.#connection?.close();
        this.#connection = null;
        break;
      case 'set-session-timeout':
        this.#sessionTimer.set(effect.timeoutMs);
        break;
      case 'set-timeout': {
        const { timeoutMs, jitterMs = 0 } = effect;
        this.#timer.set(timeoutMs === null ? null : timeoutMs + Math.random() * jitterMs);
        break;
      }
      case 'began':
        this.#renewal.set(renewalDelayMs(effect.expiresAtS));
        this.#session?.began(effect.id, effect.configuration);
        this.#configuration?.begin();
        // This comes before any sound, so that names also count for the first words.
        this.configure();
        break;
      case 'session-over':
        this.#session?.ended(effect.failure, effect.durations);
        this.#session = null;
        break;
      default:
        break;
    }
  }

  #connect(): void {
    const connectionTarget = this.#connectionTarget(this.#profile);
    if (!connectionTarget.ok) {
      this.#receive(unavailable(connectionTarget.problem));
      return;
    }
    const { baseUrl, key, parameters } = connectionTarget.value;
    this.#session = new SessionLog(this.#sessions, connectionTarget.value);
    const configuration = new LiveConfiguration(connectionTarget.value);
    this.#configuration = configuration;
    this.#model = parameters.model;
    this.#emit({ type: 'dialled', model: parameters.model });
    const url = sessionUrl(baseUrl, configuration.inAddress);
    if (typeof key === 'string') this.#dial(url, key);
    else void this.#dialOnceRead(url, key);
  }

  #dial(url: string, key: string): void {
    const connection = dial(url, key, (event) => {
      if (connection === this.#connection) this.#receive(event);
    });
    this.#connection = connection;
  }

  /** Dials once the key is read, unless the session was given up meanwhile. */
  async #dialOnceRead(url: string, key: Promise<Result<string>>): Promise<void> {
    const session = this.#session;
    const read = await key;
    if (session !== this.#session) return;
    if (read.ok) this.#dial(url, read.value);
    else this.#receive(unavailable(read.problem));
  }

  #receive(event: SocketEvent): void {
    if (event.type === 'disconnected') {
      const { failure } = event;
      this.#endFormatting();
      this.#emit({ type: 'session', event: { type: 'disconnected', failure } });
      return;
    }
    const parsed = parseServerMessage(event.text);
    if (parsed.kind !== 'used') {
      this.#session?.passedOver(countedAs(parsed));
      return;
    }
    const { pass, waiting } = formatTurns(this.#bareFinal, parsed.message, this.#model);
    this.#bareFinal = waiting;
    this.#formatting.set(waiting === null ? null : mainTuning.formattedFinalTimeoutMs);
    for (const message of pass) this.#emitMessage(message);
  }

  /** The formatted final does not come, so the bare one counts. */
  #endFormatting(): void {
    this.#formatting.set(null);
    if (this.#bareFinal !== null) this.#emitMessage(this.#bareFinal);
    this.#bareFinal = null;
  }

  #emitMessage(received: ServerMessage): void {
    const message = shown(received, this.#model);
    this.#emit({ type: 'session', event: { type: 'message', message } });
  }
}

/** No connection can be opened, and another attempt does not help. */
const unavailable = (problem: Problem): SocketEvent => ({
  type: 'disconnected',
  failure: { cause: 'unavailable', problem },
});

/** A turn with the text that a person should see. */
const shown = (message: ServerMessage, model: SpeechModel): ServerMessage =>
  message.type === 'Turn' ? { ...message, transcript: shownText(message, model) } : message;

/** Null if a timer cannot hold the delay. Such a session is not renewed. */
function renewalDelayMs(expiresAtS: number): number | null {
  const delayMs = expiresAtS * 1_000 - Date.now() - mainTuning.renewBeforeExpiryMs;
  return delayMs > 0 && delayMs <= mainTuning.longestTimerMs ? delayMs : null;
}
