import type { Problem } from '#shared/status.ts';
import { nothingSaid, type Delivery, type Outcome } from '../delivery.ts';

/** Leaves texts on the clipboard, because no key can be sent or because the person wants it so. */
export class ClipboardDelivery implements Delivery {
  readonly #copyText: (text: string) => Promise<void>;
  readonly #problem: Problem | null;

  /** @param problem why it is not pasted, with what to do; null where that was chosen */
  constructor(copyText: (text: string) => Promise<void>, problem: Problem | null) {
    this.#copyText = copyText;
    this.#problem = problem;
  }

  focused(): Promise<null> {
    return Promise.resolve(null);
  }

  async deliver(text: string): Promise<Outcome> {
    if (text === '') return nothingSaid;
    try {
      await this.#copyText(text);
      return { type: 'on-clipboard', problem: this.#problem };
    } catch {
      const sentence =
        'The clipboard could not be written. Copy the text from the history instead.';
      return { type: 'held', problem: { code: 'clipboard-unwritable', sentence } };
    }
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
