import { bytesPerSample, millisecondsOf, samplesIn } from '#core/audio-format.ts';
import { levelsOf } from '#shared/level.ts';
import { monotonicMs } from '../../monotonic.ts';
import type { Microphone, MicrophoneEvent } from './microphone.ts';
import { mainTuning } from '../time/tuning.ts';

const chunkSamples = samplesIn(mainTuning.playbackChunkMs);

/** A recording that replaces a microphone. It plays once, in real time. */
export class WavMicrophone implements Microphone {
  readonly #pcm: Uint8Array;
  #timer: NodeJS.Timeout | undefined;
  #listener: ((event: MicrophoneEvent) => void) | null = null;

  /** @param pcm 16-bit little-endian mono PCM at 16 kHz */
  constructor(pcm: Uint8Array) {
    this.#pcm = pcm;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    const openedAtMs = performance.now();
    const samples = Math.floor(this.#pcm.byteLength / bytesPerSample);
    let delivered = 0;
    // After a late timer the missing chunks follow at once, so the recording takes its own length.
    this.#timer = setInterval(() => {
      const elapsedMs = performance.now() - openedAtMs;
      while (
        delivered < samples &&
        millisecondsOf(delivered) + mainTuning.playbackChunkMs <= elapsedMs
      ) {
        const endSample = Math.min(delivered + chunkSamples, samples);
        this.#deliver(startSample, delivered, endSample);
        delivered = endSample;
      }
      if (delivered === samples) this.close();
    }, mainTuning.playbackChunkMs);
  }

  /** Does nothing: a recording is not recorded again. */
  record(): void {
    return;
  }

  close(): void {
    clearInterval(this.#timer);
    const listener = this.#listener;
    this.#listener = null;
    if (listener !== null) setImmediate(() => listener({ type: 'closed' }));
  }

  #deliver(startSample: number, from: number, to: number): void {
    const pcm = this.#pcm.subarray(from * bytesPerSample, to * bytesPerSample);
    const capturedAtMs = monotonicMs();
    this.#listener?.({
      type: 'chunk',
      chunk: { startSample: startSample + from, pcm, levels: levelsOf(pcm), capturedAtMs },
    });
  }
}
