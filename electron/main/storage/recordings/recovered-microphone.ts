import type { Microphone, MicrophoneEvent } from '../../audio/microphone.ts';
import { WavMicrophone } from '../../audio/wav-microphone.ts';

/** Sound of an earlier run that replaces a microphone. */
export class RecoveredMicrophone implements Microphone {
  readonly #sound: WavMicrophone;
  readonly #onOpen: (startSample: number) => void;

  /**
   * @param pcm 16-bit little-endian mono PCM at 16 kHz
   * @param onOpen called with the index of its first sample in this run's clock
   */
  constructor(pcm: Uint8Array, onOpen: (startSample: number) => void) {
    this.#sound = new WavMicrophone(pcm);
    this.#onOpen = onOpen;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#onOpen(startSample);
    this.#sound.open(startSample, listener);
  }

  /** Does nothing, because the sound is a recording already. */
  record(): void {
    return;
  }

  close(): void {
    this.#sound.close();
  }
}
