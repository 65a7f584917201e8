import type { Failure } from '../streaming/failure.ts';
import type { ServerMessage } from '../streaming/server-message.ts';
import type { Clock } from './clock.fixture.ts';
import { SimulatedSession, type Habits } from './service.fixture.ts';
import type { SaidWord } from './speech.fixture.ts';

/** What goes wrong, and at which point of one connection; points are counted from 1. */
export interface Mishap {
  /** The connection it happens to, counted over the whole run from 0. */
  connection: number;
  at: { frame: number } | { message: number } | { begin: true };
  /** How the client gets to know: at once, or so long after the line went dead. */
  toldAfterMs: number;
  failure: Failure;
}

const lineDelayMs = 40;

interface LineOptions {
  isAway: boolean;
  mishap: Mishap | undefined;
  tell: (event: { message: ServerMessage } | { failure: Failure } | 'pong') => void;
}

/** One connection: what is sent arrives in order and a little later, until it breaks. */
export class Line {
  readonly #clock: Clock;
  readonly #options: LineOptions;
  #session: SimulatedSession | null = null;
  #isDead = false;
  #frames = 0;
  #messages = 0;
  #arrivesAtMs = 0;

  constructor(clock: Clock, said: readonly SaidWord[], habits: Habits, options: LineOptions) {
    this.#clock = clock;
    this.#options = options;
    const { isAway, mishap } = options;
    if (isAway) {
      clock.after(lineDelayMs, () =>
        options.tell({ failure: { cause: 'unreachable', reason: 'ENETUNREACH' } }),
      );
      return;
    }
    clock.after(2 * lineDelayMs, () => {
      if (this.#isDead) return;
      if (mishap !== undefined && 'begin' in mishap.at) {
        this.#break();
        return;
      }
      this.#session = new SimulatedSession(clock, said, habits, (message) =>
        this.#answer(habits.random() * 200, () => this.#arrive(message)),
      );
      options.tell({ message: { type: 'Begin', id: 'simulated', expires_at: 0 } });
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
        if (!this.#isDead) this.#options.tell('pong');
      }),
    );
  }

  close(): void {
    this.#isDead = true;
    this.#session?.stop();
  }

  #later(act: (session: SimulatedSession) => void): void {
    if (this.#isDead) return;
    this.#clock.after(lineDelayMs, () => {
      if (!this.#isDead && this.#session !== null) act(this.#session);
    });
  }

  /** What comes back stays in order, however long each takes. */
  #answer(afterMs: number, arrive: () => void): void {
    const atMs = Math.max(this.#arrivesAtMs, this.#clock.nowMs + lineDelayMs + afterMs);
    this.#arrivesAtMs = atMs;
    this.#clock.after(atMs - this.#clock.nowMs, arrive);
  }

  #arrive(message: ServerMessage): void {
    if (this.#isDead) return;
    this.#messages += 1;
    if (this.#breaksAt('message', this.#messages)) this.#break();
    else this.#options.tell({ message });
  }

  #breaksAt(point: 'frame' | 'message', count: number): boolean {
    const at = this.#options.mishap?.at;
    return !this.#isDead && at !== undefined && point in at && Object.values(at)[0] === count;
  }

  #break(): void {
    const { mishap, tell } = this.#options;
    this.close();
    if (mishap !== undefined)
      this.#clock.after(mishap.toldAfterMs, () => tell({ failure: mishap.failure }));
  }
}
