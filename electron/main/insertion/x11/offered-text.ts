import type { OwnedText, Receipt } from '../port.ts';
import type { Observer, OwnedSelection } from '../x-server/owned-selection.ts';

/** A text on the selections of the app. Notices whether the target reads it. */
export class OfferedText implements Observer, OwnedText {
  readonly #selections: OwnedSelection[];
  readonly #receipt = Promise.withResolvers<Receipt>();
  #clients: number[] = [];
  #lastAskedMs = performance.now();

  constructor(selections: OwnedSelection[]) {
    this.#selections = selections;
  }

  get receipt(): Promise<Receipt> {
    return this.#receipt.promise;
  }

  /** @param clients the X clients of the target; a clipboard manager is another client */
  keyIsPressed(clients: number[]): void {
    this.#clients = clients;
    this.#lastAskedMs = performance.now();
  }

  asked(client: number): void {
    if (this.#clients.includes(client)) this.#lastAskedMs = performance.now();
  }

  hasRead(client: number): void {
    this.asked(client);
    if (this.#clients.includes(client)) this.#receipt.resolve('target');
  }

  lost(): void {
    this.#receipt.resolve('lost');
  }

  lastReadAtMs(): number {
    return this.#lastAskedMs;
  }

  /** True while a selection may be the app's. Each of them asks the server before it is restored. */
  isOurs(): boolean {
    return this.#selections.some(({ content }) => content !== null);
  }
}
