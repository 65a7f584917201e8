import type { DoctorEvent, DoctorRun } from '#shared/doctor.ts';
import type { Problem } from '#shared/problem.ts';

/** A run that has just begun. */
export const begun: DoctorRun = { phase: 'running', checks: [], current: null };

/** The run after something that the doctor reports. */
export function afterEvent(run: DoctorRun, event: DoctorEvent): DoctorRun {
  if (run.phase !== 'running') return run;
  return event.type === 'begins'
    ? { ...run, current: event.id }
    : { ...run, checks: [...run.checks, event.check], current: null };
}

/**
 * The run after its last step.
 *
 * @param problem why the doctor could not finish; null if it did
 */
export const ended = (run: DoctorRun, problem: Problem | null): DoctorRun => ({
  phase: 'done',
  checks: run.phase === 'none' ? [] : run.checks,
  problem,
});
