import type { ListeningController } from './listening-controller.ts';

/** A reason to keep the microphone closed although the setting is on. */
type Reason = 'starting' | 'asleep' | 'playback' | 'ending';

/** Keeps the microphone open while nobody speaks, if the setting is on and no reason prevents it. */
export class PreRollSwitch {
  readonly #listeningController: Pick<ListeningController, 'dispatch'>;
  readonly #isWanted: () => boolean;
  readonly #against = new Set<Reason>(['starting']);

  /** @param isWanted called whenever the setting may have changed */
  constructor(listeningController: Pick<ListeningController, 'dispatch'>, isWanted: () => boolean) {
    this.#listeningController = listeningController;
    this.#isWanted = isWanted;
  }

  /** Opens or closes the microphone as the setting says. One that failed is tried again. */
  settle(): void {
    const isOn = this.#isWanted() && this.#against.size === 0;
    this.#listeningController.dispatch({ type: 'pre-roll', isOn });
  }

  /** Opens the newly chosen microphone. */
  reopen(): void {
    this.#listeningController.dispatch({ type: 'pre-roll', isOn: false });
    this.settle();
  }

  /** Adds a reason, which closes the microphone until every reason is over. */
  prevent(reason: Reason): void {
    this.#against.add(reason);
    this.settle();
  }

  allow(reason: Reason): void {
    this.#against.delete(reason);
    this.settle();
  }
}
