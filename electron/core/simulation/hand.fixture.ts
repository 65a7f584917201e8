import { idle, stepKeying, type Keying, type KeyingEvent } from '../dictation/keying.ts';
import type { Clock } from './clock.fixture.ts';

/** How a dictation is begun and ended. */
export interface Gesture {
  how: 'hold' | 'tap' | 'verb';
  mode: 'auto' | 'hold' | 'toggle';
  /** The key watch is away: presses are heard, releases are not. */
  isDeaf: boolean;
  /** Escape ends it. */
  isCancelled: boolean;
  /** From the key-up to its report; null if it is never reported. */
  releaseReportedAfterMs: number | null;
  /** A needless event right after the end. */
  stray: 'release' | 'cancel' | 'stop' | null;
}

interface HandActions {
  begin(id: number): void;
  end(): void;
}

/** People let go of a key that they tap after this. */
const tapMs = 60;

/** A hand on the keyboard, and what makes dictations of what it does: the keying, as main uses it. */
export class Hand {
  readonly #clock: Clock;
  readonly #actions: HandActions;
  #keying: Keying = idle;
  #count = 0;
  #speaking: number | null = null;
  #presses = 0;
  /** A press was reported whose release was not. */
  #isHeld = false;
  #endBound: () => void = () => undefined;

  constructor(clock: Clock, actions: HandActions) {
    this.#clock = clock;
    this.#actions = actions;
  }

  /** The dictation that is spoken; they are counted from 1. */
  get speaking(): number | null {
    return this.#speaking;
  }

  begin(gesture: Gesture): void {
    if (gesture.how === 'verb') this.#step({ type: 'start' });
    else this.#press(gesture);
  }

  end(gesture: Gesture): void {
    const { how, isCancelled, mode, releaseReportedAfterMs, stray } = gesture;
    if (isCancelled) this.#step({ type: 'cancel' });
    else if (how === 'verb') this.#step({ type: 'stop' });
    else if (isPressedTwice(gesture)) this.#press(gesture);
    if (!isPressedTwice(gesture)) this.#letGo(mode, releaseReportedAfterMs);
    if (stray === 'release') this.#step({ type: stray, atMs: this.#clock.nowMs, mode });
    else if (stray !== null) this.#step({ type: stray });
  }

  /** A dictation is complete, whatever ended it. */
  dictated(id: number): void {
    if (id === this.#count) this.#step({ type: 'ended' });
  }

  get phase(): Keying['phase'] {
    return this.#keying.phase;
  }

  /** Reports a release that was lost before, as the client of the key watch does. */
  #press(gesture: Gesture): void {
    const { mode, isDeaf } = gesture;
    this.#release(mode);
    this.#presses += 1;
    this.#isHeld = !isDeaf;
    this.#step({ type: 'press', atMs: this.#clock.nowMs, hasRelease: !isDeaf, mode });
    if (isPressedTwice(gesture)) this.#letGo(mode, tapMs);
  }

  #letGo(mode: Gesture['mode'], reportedAfterMs: number | null): void {
    const press = this.#presses;
    if (reportedAfterMs === 0) this.#release(mode);
    else if (reportedAfterMs !== null)
      this.#clock.after(reportedAfterMs, () => {
        if (press === this.#presses) this.#release(mode);
      });
  }

  #release(mode: Gesture['mode']): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#step({ type: 'release', atMs: this.#clock.nowMs, mode });
  }

  #step(event: KeyingEvent): void {
    const [keying, effects] = stepKeying(this.#keying, event);
    this.#keying = keying;
    for (const effect of effects)
      if (effect.type === 'begin') {
        this.#count += 1;
        this.#speaking = this.#count;
        this.#actions.begin(this.#count);
      } else if (effect.type === 'set-timeout') {
        const { timeoutMs } = effect;
        this.#endBound();
        if (timeoutMs !== null)
          this.#endBound = this.#clock.after(timeoutMs, () => this.#step({ type: 'timeout' }));
      } else {
        this.#speaking = null;
        this.#actions.end();
      }
  }
}

const isPressedTwice = ({ how, mode, isDeaf }: Gesture): boolean =>
  how !== 'verb' && (isDeaf || mode === 'toggle' || (mode === 'auto' && how === 'tap'));
