import { isDeepStrictEqual } from 'node:util';
import type { ProblemStore } from './problem-store.ts';

interface Parts {
  /** No captions or dictation run, and no connection is being tried. */
  isIdle: () => boolean;
  /** Clears the problem of a missing key or target if there is none any more. */
  checkConnectionTarget: () => void;
  /** What the next start depends on: the key and the settings. */
  inUse: () => unknown;
  hasKeyProblem: () => boolean;
  /** Whether the user-data folder can be written now. */
  canKeep: () => boolean;
}

/** They say something about the last start, and nothing about the next one with other settings. */
const ofTheStart = [
  'connection',
  'computer-connection',
  'microphone-failure',
  'computer-sound-failure',
] as const;

/** Ends problems whose source is not asked again automatically. */
export class ProblemEnds {
  readonly #problems: ProblemStore;
  readonly #parts: Parts;
  #inUse: unknown;

  constructor(problems: ProblemStore, parts: Parts) {
    this.#problems = problems;
    this.#parts = parts;
    this.#inUse = parts.inUse();
  }

  /** The key, a setting or what the panel shows may have changed. */
  changed(): void {
    const { isIdle, checkConnectionTarget, inUse, hasKeyProblem } = this.#parts;
    checkConnectionTarget();
    if (!hasKeyProblem()) this.#problems.clear('key');
    const now = inUse();
    const isOther = !isDeepStrictEqual(now, this.#inUse);
    this.#inUse = now;
    // The next start asks with another key or setting, so an earlier refusal says nothing about it.
    if (isOther && isIdle()) this.#problems.clear(...ofTheStart);
  }

  /** Listening begins: problems of the start have been shown by now. */
  started(): void {
    this.#problems.clear('files', 'database', 'playback');
    if (this.#problems.has('folder') && this.#parts.canKeep()) this.#problems.clear('folder');
  }
}
