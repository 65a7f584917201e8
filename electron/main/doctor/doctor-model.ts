import { EventEmitter } from 'node:events';
import { afterEvent, begun, ended } from '#core/doctor/run.ts';
import type { DoctorEvent, DoctorRun } from '#shared/doctor.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';

interface Parts {
  /** Checks the desktop. Ends early after the signal. */
  examine: (signal: AbortSignal) => AsyncIterable<DoctorEvent>;
  /** Whether a dictation runs, whose key the doctor would press. */
  isDictating: () => boolean;
  /** Called with an error that is a fault of the app. */
  onFailure: (error: unknown) => void;
}

interface DoctorEvents {
  changed: [run: DoctorRun];
  /** The run has ended, and the desktop is as before. */
  ended: [];
}

/** The doctor of the panel: one run at a time, and the result of the last one. */
export class DoctorModel extends EventEmitter<DoctorEvents> {
  readonly #parts: Parts;
  #run: DoctorRun = { phase: 'none' };
  #stopping = new AbortController();

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  get current(): DoctorRun {
    return this.#run;
  }

  get isRunning(): boolean {
    return this.#run.phase === 'running';
  }

  /** Begins a run, unless one goes on. Answers with the run that goes on. */
  start(): Result<DoctorRun> {
    if (this.isRunning) return ok(this.#run);
    if (this.#parts.isDictating()) return failed(problem('check-after-dictation', {}));
    this.#stopping = new AbortController();
    this.#show(begun);
    void this.#examine(this.#stopping.signal);
    return ok(this.#run);
  }

  /** Ends the run after the step that goes on, and drops its result. */
  stop(): void {
    this.#stopping.abort();
  }

  async #examine(signal: AbortSignal): Promise<void> {
    try {
      for await (const event of this.#parts.examine(signal)) {
        if (signal.aborted) break;
        this.#show(afterEvent(this.#run, event));
      }
      this.#show(signal.aborted ? { phase: 'none' } : ended(this.#run, null));
    } catch (error) {
      this.#parts.onFailure(error);
      this.#show(ended(this.#run, problem('internal', {})));
    }
    this.emit('ended');
  }

  #show(run: DoctorRun): void {
    this.#run = run;
    this.emit('changed', run);
  }
}
