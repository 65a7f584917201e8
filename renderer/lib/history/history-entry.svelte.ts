import { sentenceOf } from '#shared/messages/index.ts';
import type { DictationAction } from '#shared/dictation.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { request } from '../ipc/ipc.ts';

/** What a person has done with one dictation of the history, and what came of it. */
export class HistoryEntry {
  said = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }

  /** Shows an answer. Returns whether it was done. */
  show(answer: Result<Problem | null>): boolean {
    this.said = answer.ok && answer.value !== null ? sentenceOf(answer.value) : null;
    this.problem = answer.ok ? null : answer.problem;
    return answer.ok;
  }

  async act(action: DictationAction): Promise<boolean> {
    return this.show(await request('history:act', this.#id, action));
  }
}
