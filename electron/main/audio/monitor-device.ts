import type { PresentMicrophone } from '#shared/microphone.ts';
import { mainTuning } from '../time/tuning.ts';
import type { CapturedDevice } from './captured-device.ts';
import { isSameDevice, monitorToOpen, type Device, type Present } from './choose-device.ts';
import { captureProblems } from './problems.ts';

/**
 * The monitor of the default output: what the computer plays. Nobody chooses it, and a computer that plays
 * nothing is silent.
 */
export class MonitorDevice implements CapturedDevice {
  readonly source = 'computer';
  readonly fileSuffix = '-computer';
  readonly stallMs = mainTuning.computerSoundStallMs;
  readonly noneProblem = captureProblems['no-computer-sound'];
  readonly warning = null;
  #present: Present = null;
  #opened: Device = 'default';

  open(): Device {
    this.#opened = monitorToOpen(this.#present);
    return this.#opened;
  }

  get isNone(): boolean {
    return this.#opened === null;
  }

  /** There is only one. */
  fallBack(): void {
    return undefined;
  }

  hear(): boolean {
    return false;
  }

  follow(present: PresentMicrophone[]): void {
    this.#present = present;
    // The capture process found the monitor itself.
    if (this.#opened === 'default') this.#opened = monitorToOpen(present);
  }

  hasAny(present: PresentMicrophone[]): boolean {
    return monitorToOpen(present) !== null;
  }

  isMisplaced(present: PresentMicrophone[]): boolean {
    return !isSameDevice(monitorToOpen(present), this.#opened);
  }

  isGone(_before: PresentMicrophone[], present: PresentMicrophone[]): boolean {
    return monitorToOpen(present) === null;
  }
}
