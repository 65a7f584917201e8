import { bytesPerSample, millisecondsOf } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import type { Chunk, Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import type { Log } from './log.ts';
import { problemFacts } from './problem-facts.ts';

/** Logs what becomes of a microphone, and passes everything on. */
export class LoggedMicrophone implements Microphone {
  readonly #inner: Microphone;
  readonly #log: Log;
  #askedAtMs = 0;
  #nextSample = 0;
  /** When the newest sample was heard; null before the first. */
  #heardAtMs: number | null = null;

  constructor(inner: Microphone, log: Log) {
    this.#inner = inner;
    this.#log = log;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#askedAtMs = performance.now();
    this.#nextSample = startSample;
    this.#heardAtMs = null;
    this.#inner.open(startSample, (event) => {
      this.#hear(event);
      listener(event);
    });
  }

  record(): void {
    this.#inner.record();
  }

  close(): void {
    this.#inner.close();
  }

  #hear(event: MicrophoneEvent): void {
    if (event.type === 'chunk') this.#measure(event.chunk);
    else if (event.type === 'closed')
      this.#log.event('microphone-closed', { endSample: this.#nextSample });
    else if (event.type === 'failed')
      this.#log.event('microphone-failed', problemFacts(event.problem));
  }

  #measure({ startSample, pcm, capturedAtMs }: Chunk): void {
    const samples = pcm.byteLength / bytesPerSample;
    const beganAtMs = capturedAtMs - millisecondsOf(samples);
    if (this.#heardAtMs === null) {
      const afterMs = Math.round(performance.now() - this.#askedAtMs);
      this.#log.event('microphone-opened', { startSample, afterMs });
    } else if (beganAtMs - this.#heardAtMs > tuning.microphoneStallMs) {
      const gapMs = Math.round(beganAtMs - this.#heardAtMs);
      this.#log.event('microphone-gap', { startSample, gapMs });
    }
    this.#nextSample = startSample + samples;
    this.#heardAtMs = capturedAtMs;
  }
}
