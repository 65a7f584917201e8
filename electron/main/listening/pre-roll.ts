import type { Listener } from './listener.ts';

/** Why the microphone may not be open although it is wanted. */
type Reason = 'starting' | 'asleep' | 'stand-in' | 'ending';

/** Keeps the microphone open while nobody speaks, where the person wants that and nothing is against it. */
export class PreRoll {
  readonly #listener: Pick<Listener, 'dispatch'>;
  readonly #isWanted: () => boolean;
  readonly #against = new Set<Reason>(['starting']);

  /** @param isWanted asked whenever it may have changed */
  constructor(listener: Pick<Listener, 'dispatch'>, isWanted: () => boolean) {
    this.#listener = listener;
    this.#isWanted = isWanted;
  }

  /** What is wanted may have changed; a microphone that failed is tried once more. */
  settle(): void {
    const isOn = this.#isWanted() && this.#against.size === 0;
    this.#listener.dispatch({ type: 'pre-roll', isOn });
  }

  /** Another microphone was chosen. */
  reopen(): void {
    this.#listener.dispatch({ type: 'pre-roll', isOn: false });
    this.settle();
  }

  /** Closes it until nothing is against it any more. */
  hold(reason: Reason): void {
    this.#against.add(reason);
    this.settle();
  }

  allow(reason: Reason): void {
    this.#against.delete(reason);
    this.settle();
  }
}
