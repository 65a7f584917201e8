import { isDeepStrictEqual } from 'node:util';
import {
  isDictated,
  noPill,
  pillOf,
  stepPill,
  takesAlerts,
  type PillEvent,
} from '#core/pill/pill.ts';
import type { Pill } from '#shared/pill.ts';
import type { Turn } from '#shared/turn.ts';
import type { Subscriber } from '../ipc/caption-feed.ts';
import { Timer } from '../time/timer.ts';

interface Window {
  show(pill: Pill): void;
}

/** Holds what the pill shows, and gives each change to its window and its page. */
export class PillModel {
  readonly #window: Window;
  readonly #alertTimer = new Timer(() => this.dispatch({ type: 'alert-shown' }));
  #state = noPill;
  #shown: Pill = { phase: 'hidden' };
  /** Null before the page has attached. */
  #page: Pick<Subscriber, 'send'> | null = null;

  constructor(window: Window) {
    this.#window = window;
  }

  /** Whether a problem is shown in the pill, and not in the captions. */
  get takesAlerts(): boolean {
    return takesAlerts(this.#state);
  }

  /** Whether these are words of a dictation without captions. */
  isDictated(turn: Turn): boolean {
    return isDictated(this.#state, turn);
  }

  /** What the pill shows now. The page receives every change that follows. */
  attach(page: Pick<Subscriber, 'send'>): Pill {
    this.#page = page;
    return this.#shown;
  }

  dispatch(event: PillEvent): void {
    const [state, effects] = stepPill(this.#state, event);
    if (state === this.#state && effects.length === 0) return;
    this.#state = state;
    for (const { timeoutMs } of effects) this.#alertTimer.set(timeoutMs);
    const pill = pillOf(state);
    if (isDeepStrictEqual(pill, this.#shown)) return;
    this.#shown = pill;
    this.#page?.send('pill:changed', pill);
    this.#window.show(pill);
  }
}
