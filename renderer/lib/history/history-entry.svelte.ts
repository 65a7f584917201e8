import { sentenceOf } from '#shared/messages/index.ts';
import type { HistoryAct } from '#shared/history.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { request } from '../ipc/ipc.ts';

/** What a person has done with one line of the history, and what came of it. */
export class HistoryEntry {
  /** Its sentence, in the language that is shown. */
  said = $state.raw<(() => string) | null>(null);
  problem = $state.raw<Problem | null>(null);

  /** Shows an answer. Returns whether it was done. */
  show(answer: Result<Problem | null>): boolean {
    const said = answer.ok ? answer.value : null;
    this.said = said && (() => sentenceOf(said));
    this.problem = answer.ok ? null : answer.problem;
    return answer.ok;
  }

  async act(act: HistoryAct): Promise<boolean> {
    return this.show(await request('history:act', act));
  }
}
