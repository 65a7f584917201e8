import type { Problem } from './problem.ts';

/** What the doctor checks, in this order. */
export type CheckId =
  | 'desktop'
  | 'key'
  | 'microphone'
  | 'hotkeys'
  | 'hold'
  | 'hotkey-press'
  | 'focus'
  | 'paste'
  | 'receipt'
  | 'wayland-paste';

/** How one check ended. `not-tried` is no failure: the system does not allow the try. */
export type CheckState = 'works' | 'fails' | 'not-tried';

/** The result of one check, without any text that was typed, and without the API key. */
export interface Check {
  id: CheckId;
  state: CheckState;
  /** How long the step took, in milliseconds; null if it was not timed. */
  ms: number | null;
  /** What was checked, such as a shortcut or an application; empty if the title says it. */
  name: string;
  /** Why it fails or was not tried, and what to do; null if it works. */
  problem: Problem | null;
}

/** What the doctor reports while it runs. A step can end with several checks. */
export type DoctorEvent = { type: 'begins'; id: CheckId } | { type: 'ends'; check: Check };

/** The newest run of the doctor, as the panel shows it. */
export type DoctorRun =
  /** None was finished since the app started. */
  | { phase: 'none' }
  /** `current` is the step that runs; null between two steps. */
  | { phase: 'running'; checks: Check[]; current: CheckId | null }
  /** With a problem, the doctor itself failed after these checks. */
  | { phase: 'done'; checks: Check[]; problem: Problem | null };
