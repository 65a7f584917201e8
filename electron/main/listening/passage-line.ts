import type { Account } from './account.ts';
import type { Result } from '#shared/result.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/status.ts';
import type { PassageEffect, PassageEvent } from '#core/streaming/passage/passage.ts';
import type { HeldAudio } from '#core/streaming/held-audio.ts';
import { formatTurns } from '#core/streaming/formatted-turns.ts';
import { sessionUrl } from '#core/streaming/address.ts';
import {
  countedAs,
  parseServerMessage,
  type ServerMessage,
  type TurnMessage,
} from '#core/streaming/server-message.ts';
import { shownText } from '#core/streaming/shown-text.ts';
import { tuning } from '#core/tuning.ts';
import { dial, type Connection, type SocketEvent } from '../socket/dial.ts';
import { Timer } from '../timer.ts';
import { LiveConfiguration } from './live-configuration.ts';
import { SessionLog, type SessionObserver } from './session-log.ts';

/** The socket and the timers of one passage: its effects in, what comes of them out. */
export class PassageLine {
  readonly #account: () => Result<Account>;
  readonly #audio: HeldAudio;
  readonly #tell: (event: PassageEvent) => void;
  readonly #timer = new Timer(() => this.#tell({ type: 'timeout' }));
  readonly #sessionTimer = new Timer(() =>
    this.#tell({ type: 'session', event: { type: 'timeout' } }),
  );
  readonly #renew: () => void;
  readonly #renewal: Timer;
  readonly #sessions: SessionObserver;
  #connection: Connection | null = null;
  #session: SessionLog | null = null;
  /** Null where there is no session that could still be told anything. */
  #configuration: LiveConfiguration | null = null;
  #model: SpeechModel = 'u3-rt-pro';
  readonly #formatting = new Timer(() => this.#endFormatting());
  /** A final of bare words, whose formatted twin is waited for. */
  #bareFinal: TurnMessage | null = null;

  /**
   * @param account asked for every session
   * @param tell takes what happens; called later, never while an effect is carried out
   * @param renew called a while before a session expires, and where it cannot be given the settings
   * that are wanted now
   */
  constructor(
    account: () => Result<Account>,
    audio: HeldAudio,
    tell: (event: PassageEvent) => void,
    renew: () => void,
    sessions: SessionObserver,
  ) {
    this.#account = account;
    this.#audio = audio;
    this.#tell = tell;
    this.#renew = renew;
    this.#renewal = new Timer(renew);
    this.#sessions = sessions;
  }

  /** The session has settings that are no longer wanted, and cannot be given those that are. */
  get isOutdated(): boolean {
    return this.#configuration?.isOutdated ?? false;
  }

  /** Brings the session to the newest settings; where that is not enough, asks for another. */
  configure(): void {
    const account = this.#account();
    if (this.#configuration === null) return;
    const update = this.#configuration.follow(account.ok ? account.value : null);
    if (update !== null) this.#connection?.sendText(JSON.stringify(update));
    if (this.isOutdated) this.#renew();
  }

  /** Carries out an effect; those for others are passed over. */
  perform(effect: PassageEffect): void {
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
        // Nothing may follow a Terminate.
        if (effect.message.type === 'Terminate') this.#configuration = null;
        break;
      case 'ping':
        this.#connection?.ping(() => this.#tell({ type: 'pong' }));
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
        // Before any sound, so that names hold for the first words, too.
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
    const account = this.#account();
    if (!account.ok) {
      this.#receive(unavailable(account.problem));
      return;
    }
    const { baseUrl, key, parameters } = account.value;
    this.#session = new SessionLog(this.#sessions, account.value);
    const configuration = new LiveConfiguration(account.value);
    this.#configuration = configuration;
    this.#model = parameters.model;
    this.#tell({ type: 'dialled', model: parameters.model });
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

  /** Dials once the key is read, unless this session was given up in the meantime. */
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
      this.#tell({ type: 'session', event: { type: 'disconnected', failure } });
      return;
    }
    const parsed = parseServerMessage(event.text);
    if (parsed.kind !== 'used') {
      this.#session?.passedOver(countedAs(parsed));
      return;
    }
    const { pass, waiting } = formatTurns(this.#bareFinal, parsed.message, this.#model);
    this.#bareFinal = waiting;
    this.#formatting.set(waiting === null ? null : tuning.formattedFinalTimeoutMs);
    for (const message of pass) this.#tellMessage(message);
  }

  /** The formatted final does not come, so the bare one is what there is. */
  #endFormatting(): void {
    this.#formatting.set(null);
    if (this.#bareFinal !== null) this.#tellMessage(this.#bareFinal);
    this.#bareFinal = null;
  }

  #tellMessage(received: ServerMessage): void {
    const message = shown(received, this.#model);
    this.#tell({ type: 'session', event: { type: 'message', message } });
  }
}

/** No connection can be opened, and trying again does not help. */
const unavailable = (problem: Problem): SocketEvent => ({
  type: 'disconnected',
  failure: { cause: 'unavailable', problem },
});

/** A turn with the text that a person should see. */
const shown = (message: ServerMessage, model: SpeechModel): ServerMessage =>
  message.type === 'Turn' ? { ...message, transcript: shownText(message, model) } : message;

/** Timers hold no more than 2^31 ms; a session that claims to last longer is not renewed. */
const longestDelayMs = 2 ** 31 - 1;

function renewalDelayMs(expiresAtS: number): number | null {
  const delayMs = expiresAtS * 1_000 - Date.now() - tuning.renewBeforeExpiryMs;
  return delayMs > 0 && delayMs <= longestDelayMs ? delayMs : null;
}
