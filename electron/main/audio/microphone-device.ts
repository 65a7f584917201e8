import {
  hasMicrophone,
  isMicrophone,
  type PresentMicrophone,
  type MicrophoneRef,
} from '#shared/microphone.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { mainTuning } from '../time/tuning.ts';
import type { CapturedDevice } from './captured-device.ts';
import { isSameDevice, microphoneToOpen, type Device, type Present } from './choose-device.ts';
import { ExactSilence } from './exact-silence.ts';
import { captureProblems } from './problems.ts';

/** The microphone that the person has chosen, or the system's default. */
export class MicrophoneDevice implements CapturedDevice {
  readonly source = 'microphone';
  readonly fileSuffix = '';
  readonly stallMs = mainTuning.microphoneStallMs;
  readonly noneProblem = captureProblems['no-microphone'];
  readonly #wanted: () => MicrophoneRef | null;
  readonly #mayHear: () => boolean;
  #present: Present = null;
  /** The person's choice when the device was opened. */
  #chosen: MicrophoneRef | null = null;
  #opened: Device = 'default';
  /** The chosen microphone is not connected, and another is open. */
  #hasFallenBack = false;
  #silence = new ExactSilence();
  #isSilent = false;

  /**
   * @param wanted the microphone to open; null is the system's default
   * @param mayHear whether the system lets the app use microphones; without it some deliver silence
   */
  constructor(wanted: () => MicrophoneRef | null, mayHear: () => boolean = () => true) {
    this.#wanted = wanted;
    this.#mayHear = mayHear;
  }

  open(): Device {
    this.#silence = new ExactSilence();
    this.#isSilent = false;
    const chosen = this.#wanted();
    const opened = microphoneToOpen(chosen, this.#present);
    this.#chosen = chosen;
    this.#opened = opened;
    this.#hasFallenBack = opened !== null && chosen !== null && !isSameDevice(opened, chosen);
    return opened;
  }

  get isNone(): boolean {
    return this.#opened === null;
  }

  fallBack(): void {
    this.#hasFallenBack = true;
  }

  hear(level: number, samples: number): boolean {
    const change = this.#silence.hear(level, samples);
    if (change !== null) this.#isSilent = change === 'began';
    return change !== null;
  }

  get warning(): Problem | null {
    return this.#isSilent ? this.#silent : this.#missing;
  }

  follow(present: PresentMicrophone[]): void {
    this.#present = present;
  }

  hasAny(present: PresentMicrophone[]): boolean {
    return hasMicrophone(present);
  }

  isMisplaced(present: PresentMicrophone[]): boolean {
    const opened = this.#opened;
    if (!isSameDevice(microphoneToOpen(this.#chosen, present), opened)) return true;
    if (opened === 'default' || opened === null || opened !== this.#chosen) return false;
    const comparable = present.filter(({ hostApi }) => hostApi === opened.hostApi);
    if (comparable.length === 0) return false;
    return comparable.some((known) => isMicrophone(known, opened)) === this.#hasFallenBack;
  }

  isGone(before: PresentMicrophone[], present: PresentMicrophone[]): boolean {
    if (microphoneToOpen(this.#chosen, present) === null) return true;
    const opened = this.#hasFallenBack || this.#opened === 'default' ? null : this.#opened;
    const heard = before.find((known) =>
      opened === null ? known.isDefault : isMicrophone(known, opened),
    );
    return heard !== undefined && hasMicrophone([heard]) && !hasMicrophone(present);
  }

  get #silent(): Problem {
    if (!this.#mayHear()) return problem('microphone-denied', {});
    const name = this.#chosen?.name ?? null;
    return name !== null && this.#hasFallenBack
      ? problem('default-silent', { microphone: name })
      : problem('no-sound', { microphone: name });
  }

  get #missing(): Problem | null {
    const name = this.#chosen?.name ?? null;
    return name !== null && this.#hasFallenBack
      ? problem('microphone-missing', { microphone: name })
      : null;
  }
}
