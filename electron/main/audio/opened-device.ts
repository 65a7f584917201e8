import {
  hasMicrophone,
  isMicrophone,
  type Microphone as PresentMicrophone,
  type MicrophoneRef,
} from '#shared/microphone.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import {
  isSameDevice,
  microphoneToOpen,
  monitorToOpen,
  type Device,
  type Present,
} from './choose-device.ts';

/** Which device the capture process has open, and whether that is still the right one. */
export class OpenedDevice {
  readonly #source: SoundSource;
  #present: Present = null;
  /** The person's choice when the device was opened. */
  #chosen: MicrophoneRef | null = null;
  #opened: Device = 'default';
  #hasFallenBack = false;

  /** @param source the sound of the computer has no choice of microphone */
  constructor(source: SoundSource) {
    this.#source = source;
  }

  /**
   * Decides what to open.
   *
   * @param chosen the person's choice; null is the system's default
   */
  open(chosen: MicrophoneRef | null): Device {
    this.#chosen = chosen;
    this.#opened = this.#toOpen(this.#present);
    this.#hasFallenBack =
      this.#opened !== null && chosen !== null && !isSameDevice(this.#opened, chosen);
    return this.#opened;
  }

  get isNone(): boolean {
    return this.#opened === null;
  }

  /** Whether the chosen microphone is not connected, and another is open. */
  get hasFallenBack(): boolean {
    return this.#hasFallenBack;
  }

  get chosenName(): string | null {
    return this.#chosen?.name ?? null;
  }

  /** The capture process did not find the chosen microphone, and opened the default. */
  fallBack(): void {
    this.#hasFallenBack = true;
  }

  follow(present: PresentMicrophone[]): void {
    this.#present = present;
    // The capture process found the monitor itself.
    if (this.#source === 'computer' && this.#opened === 'default')
      this.#opened = monitorToOpen(present);
  }

  hasAny(present: PresentMicrophone[]): boolean {
    return this.#source === 'computer' ? monitorToOpen(present) !== null : hasMicrophone(present);
  }

  isMisplaced(present: PresentMicrophone[]): boolean {
    const opened = this.#opened;
    if (!isSameDevice(this.#toOpen(present), opened)) return true;
    if (opened === 'default' || opened === null || opened !== this.#chosen) return false;
    const comparable = present.filter(({ hostApi }) => hostApi === opened.hostApi);
    if (comparable.length === 0) return false;
    return comparable.some((known) => isMicrophone(known, opened)) === this.#hasFallenBack;
  }

  isGone(before: PresentMicrophone[], present: PresentMicrophone[]): boolean {
    if (this.#toOpen(present) === null) return true;
    if (this.#source === 'computer') return false;
    const opened = this.#hasFallenBack || this.#opened === 'default' ? null : this.#opened;
    const heard = before.find((known) =>
      opened === null ? known.isDefault : isMicrophone(known, opened),
    );
    return heard !== undefined && hasMicrophone([heard]) && !hasMicrophone(present);
  }

  #toOpen(present: Present): Device {
    return this.#source === 'computer'
      ? monitorToOpen(present)
      : microphoneToOpen(this.#chosen, present);
  }
}
