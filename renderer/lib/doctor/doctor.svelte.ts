import type { DoctorRun } from '#shared/doctor.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** The newest run of the doctor. Main keeps it, so that a page that is opened again shows it. */
export class DoctorState {
  run = $state.raw<DoctorRun>({ phase: 'none' });
  /** Why it was not started or read, or its report not copied. */
  problem = $state.raw<Problem | null>(null);
  isCopied = $state(false);

  /** Follows the run until the function that is returned is called. */
  open(): () => void {
    const unsubscribe = subscribe('doctor:changed', (run) => (this.run = run));
    void this.#ask('doctor:read');
    return unsubscribe;
  }

  async start(): Promise<void> {
    if (this.run.phase === 'running') return;
    this.isCopied = false;
    await this.#ask('doctor:run');
  }

  async copy(): Promise<void> {
    const answer = await request('doctor:copy');
    this.isCopied = answer.ok;
    this.problem = answer.ok ? null : answer.problem;
  }

  async #ask(channel: 'doctor:read' | 'doctor:run'): Promise<void> {
    const answer = await request(channel);
    // What main has sent since is newer than the answer, unless there was nothing before it.
    if (answer.ok && this.run.phase === 'none') this.run = answer.value;
    this.problem = answer.ok ? null : answer.problem;
  }
}
