import type { PresentMicrophone } from '#shared/microphone.ts';
import type { Problem } from '#shared/problem.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import type { Device } from './choose-device.ts';

/** What a capture process hears: which device to open, and what is wrong with the one that is open. */
export interface CapturedDevice {
  readonly source: SoundSource;
  /** Ends the names of its recordings. Those of two sources may begin in the same millisecond. */
  readonly fileSuffix: string;
  /** Without sound for so long, the capture process is asked whether it runs. */
  readonly stallMs: number;
  /** Why nothing can be opened if there is no such device. */
  readonly noneProblem: Problem;
  /** Decides what to open, and forgets what was wrong before. */
  open(): Device;
  /** Whether nothing could be opened. */
  readonly isNone: boolean;
  /** The capture process did not find what was to be opened, and opened the default. */
  fallBack(): void;
  /**
   * Hears the loudness of a chunk.
   *
   * @param level the loudest level in it, exactly 0 for exact zeros
   * @param samples its length
   * @returns whether {@link warning} has changed
   */
  hear(level: number, samples: number): boolean;
  /** What is wrong with the open device, which goes on; null if nothing is. */
  readonly warning: Problem | null;
  /** Takes the devices that are there now, for the next opening. */
  follow(present: PresentMicrophone[]): void;
  /** Whether there is one to open. */
  hasAny(present: PresentMicrophone[]): boolean;
  /** Whether another opening would open another device. */
  isMisplaced(present: PresentMicrophone[]): boolean;
  /** Whether the open device has gone, and there is none that may be opened. */
  isGone(before: PresentMicrophone[], present: PresentMicrophone[]): boolean;
}
