import type { Failure } from '../assemblyai/failure.ts';
import type { ServerMessage } from '../assemblyai/server-message.ts';
import type { ListeningEvent } from '../listening/listening.ts';
import type { SegmentEffect } from '../segments/segment.ts';
import type { Clock } from './clock.fixture.ts';
import type { Conditions } from './life.fixture.ts';
import { Line } from './line.fixture.ts';
import type { SaidWord } from './speech.fixture.ts';
import type { Timers } from './timers.fixture.ts';

/** The connections of all segments, which carry out their effects. */
export class Connections {
  readonly #clock: Clock;
  readonly #said: readonly SaidWord[];
  readonly #conditions: Conditions;
  readonly #timers: Timers;
  readonly #dispatch: (event: ListeningEvent) => void;
  readonly #lines = new Map<number, Line>();
  #count = 0;
  #frames = 0;
  #messages = 0;

  /** @param said grows while dictations are simulated */
  constructor(
    clock: Clock,
    said: readonly SaidWord[],
    conditions: Conditions,
    timers: Timers,
    dispatch: (event: ListeningEvent) => void,
  ) {
    this.#clock = clock;
    this.#said = said;
    this.#conditions = conditions;
    this.#timers = timers;
    this.#dispatch = dispatch;
  }

  /** How many connections were opened, and what went over them. */
  get counts(): { connections: number; frames: number; messages: number } {
    return { connections: this.#count, frames: this.#frames, messages: this.#messages };
  }

  perform(id: number, effect: SegmentEffect): void {
    const line = this.#lines.get(id);
    switch (effect.type) {
      case 'connect':
        this.#connect(id);
        break;
      case 'send-audio':
        this.#frames += 1;
        line?.sendAudio(effect);
        break;
      case 'send':
        line?.send(effect.message.type);
        break;
      case 'ping':
        line?.ping();
        break;
      case 'disconnect':
        line?.close();
        this.#lines.delete(id);
        break;
      case 'set-session-timeout':
        this.#timers.set(`session ${id}`, effect.timeoutMs, {
          type: 'segment',
          id,
          event: { type: 'session', event: { type: 'timeout' } },
        });
        break;
      case 'set-timeout':
        this.#timers.set(`segment ${id}`, effect.timeoutMs, {
          type: 'segment',
          id,
          event: { type: 'timeout' },
        });
        break;
      default:
        break;
    }
  }

  /** The words as another session recognises them: some of them misheard. */
  #retranscribed(): readonly SaidWord[] {
    const { misheard, random } = this.#conditions;
    if (misheard === 0) return this.#said;
    return this.#said.map((word) => (random() < misheard ? { ...word, text: 'other' } : word));
  }

  #connect(id: number): void {
    const number = this.#count++;
    const { outages, faults } = this.#conditions;
    const isAway = outages.some(
      ({ fromMs, toMs }) => this.#clock.nowMs >= fromMs && this.#clock.nowMs < toMs,
    );
    const emit = (event: { message: ServerMessage } | { failure: Failure } | 'pong'): void => {
      if (this.#lines.get(id) !== line) return;
      if (event === 'pong') {
        this.#dispatch({ type: 'segment', id, event: { type: 'pong' } });
        return;
      }
      if ('message' in event) this.#messages += 1;
      this.#dispatch({
        type: 'segment',
        id,
        event: {
          type: 'session',
          event:
            'message' in event
              ? { type: 'message', message: event.message }
              : { type: 'disconnected', failure: event.failure },
        },
      });
    };
    const heard = number === 0 ? this.#said : this.#retranscribed();
    const line = new Line(this.#clock, heard, this.#conditions, {
      isAway,
      fault: faults.find(({ connection }) => connection === number),
      emit,
    });
    this.#lines.set(id, line);
  }
}
