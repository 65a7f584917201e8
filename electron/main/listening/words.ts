import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';
import {
  emptyTranscript,
  putTurn,
  textBetween,
  type Transcript,
} from '#core/transcript/transcript.ts';
import type { Turn } from '#shared/turn.ts';

interface Parts {
  /** Resolves once a final turn is kept, or is known not to be. */
  keep: (turn: SpokenTurn) => Promise<void>;
  /** A turn that is new or has changed; a final one is kept by now. */
  onTurn: (turn: Turn) => void;
  /** A final turn was shown. */
  onFinal: () => void;
}

/** What was said since the app started. A turn is kept before it is shown as final. */
export class Words {
  readonly #parts: Parts;
  #transcript: Transcript = emptyTranscript;
  /** Resolves when all finals so far are kept; what is shown waits for it, in order. */
  #kept: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  hear(spoken: SpokenTurn): void {
    const [transcript, turn] = putTurn(this.#transcript, spoken);
    this.#transcript = transcript;
    const { keep, onTurn, onFinal } = this.#parts;
    if (turn === null) return;
    if (!turn.isFinal) {
      onTurn(turn);
      return;
    }
    this.#kept = this.#kept.then(() => keep(spoken));
    this.whenKept(() => {
      onTurn(turn);
      onFinal();
    });
  }

  /** The words from one turn to before another. */
  between(fromTurn: number, beforeTurn: number): string {
    return textBetween(this.#transcript, fromTurn, beforeTurn);
  }

  /** Runs something once every final turn so far is kept, in the order it was asked for. */
  whenKept(run: () => void): void {
    // Not part of the chain: what throws would keep everything behind it from ever being told.
    void this.#kept.then(run);
  }
}
