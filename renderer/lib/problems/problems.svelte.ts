import type { CurrentProblem } from '#shared/problem-sources.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** The current problems of main, the most urgent first. */
export class ProblemsState {
  current = $state.raw<CurrentProblem[]>([]);
  /** Why they could not be read. */
  unread = $state.raw<Problem | null>(null);

  /** Follows the problems until the function that is returned is called. */
  open(): () => void {
    const unsubscribe = subscribe('problems:changed', (current) => (this.current = current));
    void this.#read();
    return unsubscribe;
  }

  async #read(): Promise<void> {
    const answer = await request('problems:read');
    if (answer.ok) this.current = answer.value;
    else this.unread = answer.problem;
  }
}
