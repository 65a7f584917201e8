import type { SpokenTurn } from '#core/segments/spoken.ts';
import {
  emptyTranscript,
  isAfterPause,
  putTurn,
  textBetween,
  type Transcript,
} from '#core/transcript/transcript.ts';
import type { Turn } from '#shared/turn.ts';
import { TaskQueue } from '../../task-queue.ts';

interface Parts {
  /** Resolves once a final turn is stored, or could not be. */
  keep: (turn: SpokenTurn) => Promise<void>;
  /** A new or changed turn. A final one is already stored. */
  onTurn: (turn: Turn) => void;
  /** A final turn was shown. */
  onFinal: () => void;
}

/** The words since the app started. A turn is stored before it is shown as final. */
export class Words {
  readonly #parts: Parts;
  #transcript: Transcript = emptyTranscript;
  /** Stores finals. Later reports wait for that, in order. */
  readonly #keeping = new TaskQueue();
  #firstTurn = 0;
  /** The end of the newest words, in samples. */
  #heardTo: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  hear(spoken: SpokenTurn): void {
    const followsPause = isAfterPause(spoken.startSample, this.#heardTo);
    const [transcript, turn] = putTurn(this.#transcript, { ...spoken, followsPause });
    this.#transcript = transcript;
    if (spoken.text !== '') this.#heardTo = Math.max(this.#heardTo ?? 0, spoken.endSample);
    const { keep, onTurn, onFinal } = this.#parts;
    if (turn === null) return;
    if (!turn.isFinal) {
      onTurn(turn);
      return;
    }
    void this.#keeping.run(() => keep(spoken));
    this.whenKept(() => {
      onTurn(turn);
      onFinal();
    });
  }

  /** Counts the words from this turn on as those of the newest start. */
  begin(firstTurn: number): void {
    this.#firstTurn = firstTurn;
  }

  /** The words since the newest start. */
  get text(): string {
    return this.between(this.#firstTurn, Infinity);
  }

  /** The words from one turn up to, and without, another. */
  between(fromTurn: number, beforeTurn: number): string {
    return textBetween(this.#transcript, fromTurn, beforeTurn);
  }

  /** Runs a callback once every final turn so far is stored. Callbacks keep their order. */
  whenKept(run: () => void): void {
    void this.#keeping.idle().then(run);
  }
}
