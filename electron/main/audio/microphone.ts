import type { PresentMicrophone } from '#shared/microphone.ts';
import type { Problem } from '#shared/problem.ts';

/** A piece of sound as it was captured, mostly one frame. */
export interface Chunk {
  /** Index of the first sample since the app started; the next chunk begins where this one ends. */
  startSample: number;
  /** 16-bit little-endian mono PCM at 16 kHz. */
  pcm: Uint8Array;
  /** Root mean square of each 25 ms, 0 to 1 of full scale; see shared/level.ts. */
  levels: readonly number[];
  /** When the chunk came out of PortAudio, on the system's monotonic clock. */
  capturedAtMs: number;
}

export type MicrophoneEvent =
  | { type: 'chunk'; chunk: Chunk }
  /** The sound from the sample `startSample` on is written to the WAV file at `path`. */
  | { type: 'recording'; path: string; startSample: number }
  /** This much sound is missing, by the clock. The indexes go on without a gap. */
  | { type: 'lost'; samples: number }
  /** No more sound follows: `close` was called, or the recording is at its end. */
  | { type: 'closed' }
  | { type: 'failed'; problem: Problem }
  /** A problem of a microphone that stays open; null once it is over. */
  | { type: 'warned'; problem: Problem | null };

/** A source of sound: a device in the capture process, or a recording that replaces it. */
export interface Microphone {
  /** Starts capturing; the first sample gets the index `startSample`. Events come later. */
  open(startSample: number, listener: (event: MicrophoneEvent) => void): void;
  /**
   * Records from the sample `startSample` on, which may be a moment ago. A source that is a recording
   * itself ignores this.
   */
  record(startSample: number): void;
  /** Stops; `closed` follows after the last chunk. */
  close(): void;
}

/** A microphone that the person chose. The default one may be open instead of it. */
export interface ChosenMicrophone extends Microphone {
  /** Takes the microphones that are there now, for the next opening. */
  follow(present: PresentMicrophone[]): void;
  /** Whether there is one to open. */
  hasAny(present: PresentMicrophone[]): boolean;
  /**
   * Whether another opening would open another device: the chosen one has come back, or has gone.
   *
   * @param present all microphones that are there now
   */
  isMisplaced(present: PresentMicrophone[]): boolean;
  /**
   * Whether the open microphone has gone, and there is none that may be opened. A sound server then goes
   * on with another source, such as the sound that the computer plays.
   *
   * @param before all microphones that were there
   * @param present all that are there now
   */
  isGone(before: PresentMicrophone[], present: PresentMicrophone[]): boolean;
}
