import type { Failure } from '../assemblyai/failure.ts';
import type { ServerMessage } from '../assemblyai/server-message.ts';
import type { Clock } from './clock.fixture.ts';
import { SimulatedSession, type ServiceBehaviour } from './service.fixture.ts';
import type { SaidWord } from './speech.fixture.ts';

/** A fault of one connection. Frames and messages are counted from 1. */
export interface Fault {
  /** The connection that fails, counted from 0 over the whole run. */
  connection: number;
  at: { frame: number } | { message: number } | { begin: true };
  /** How long after the connection died the client learns of it; 0: at once. */
  reportedAfterMs: number;
  failure: Failure;
}

interface LineOptions {
  isAway: boolean;
  fault: Fault | undefined;
  emit: (event: { message: ServerMessage } | { failure: Failure } | 'pong') => void;
}

/** One connection. Data arrives in order and with a delay, until the connection fails. */
export class Line {
  readonly #clock: Clock;
  readonly #options: LineOptions;
  readonly #delayMs: number;
  #session: SimulatedSession | null = null;
  #isDead = false;
  #frames = 0;
  #messages = 0;
  #arrivesAtMs = 0;

  constructor(
    clock: Clock,
    said: readonly SaidWord[],
    behaviour: ServiceBehaviour,
    options: LineOptions,
  ) {
    this.#clock = clock;
    this.#options = options;
    const { isAway, fault } = options;
    const { lineDelayMs, answerMs } = behaviour;
    this.#delayMs = lineDelayMs;
    if (isAway) {
      clock.after(lineDelayMs, () =>
        options.emit({ failure: { cause: 'unreachable', reason: 'ENETUNREACH' } }),
      );
      return;
    }
    clock.after(2 * lineDelayMs, () => {
      if (this.#isDead) return;
      if (fault !== undefined && 'begin' in fault.at) {
        this.#break();
        return;
      }
      this.#session = new SimulatedSession(clock, said, behaviour, (message) =>
        this.#answer(behaviour.random() * answerMs, () => this.#arrive(message)),
      );
      options.emit({ message: { type: 'Begin', id: 'simulated', expires_at: 0 } });
    });
  }

  sendAudio(frame: { startSample: number; endSample: number; padToSample: number }): void {
    this.#frames += 1;
    if (this.#breaksAt('frame', this.#frames)) this.#break();
    this.#later((session) => session.hear(frame.startSample, frame.endSample, frame.padToSample));
  }

  send(type: string): void {
    this.#later((session) =>
      type === 'ForceEndpoint' ? session.forceEndpoint() : session.terminate(),
    );
  }

  ping(): void {
    this.#later(() =>
      this.#answer(0, () => {
        if (!this.#isDead) this.#options.emit('pong');
      }),
    );
  }

  close(): void {
    this.#isDead = true;
    this.#session?.stop();
  }

  #later(act: (session: SimulatedSession) => void): void {
    if (this.#isDead) return;
    this.#clock.after(this.#delayMs, () => {
      if (!this.#isDead && this.#session !== null) act(this.#session);
    });
  }

  /** Answers arrive in order, whatever their delays. */
  #answer(afterMs: number, arrive: () => void): void {
    const atMs = Math.max(this.#arrivesAtMs, this.#clock.nowMs + this.#delayMs + afterMs);
    this.#arrivesAtMs = atMs;
    this.#clock.after(atMs - this.#clock.nowMs, arrive);
  }

  #arrive(message: ServerMessage): void {
    if (this.#isDead) return;
    this.#messages += 1;
    if (this.#breaksAt('message', this.#messages)) this.#break();
    else this.#options.emit({ message });
  }

  #breaksAt(point: 'frame' | 'message', count: number): boolean {
    const at = this.#options.fault?.at;
    return !this.#isDead && at !== undefined && point in at && Object.values(at)[0] === count;
  }

  #break(): void {
    const { fault, emit } = this.#options;
    this.close();
    if (fault !== undefined)
      this.#clock.after(fault.reportedAfterMs, () => emit({ failure: fault.failure }));
  }
}
