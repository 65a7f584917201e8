import { bytesPerSample, millisecondsOf } from '#core/audio-format.ts';
import type { Chunk, Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import type { Problem } from '#shared/problem.ts';
import type { Log } from './log.ts';
import { problemFacts } from './problem-facts.ts';

const isGap = (problem: Problem | null): boolean =>
  problem?.code === 'microphone-gap' || problem?.code === 'computer-sound-gap';

/** Logs the events of a microphone, and passes everything on. */
export class LoggedMicrophone implements Microphone {
  readonly #inner: Microphone;
  readonly #log: Log;
  #askedAtMs = 0;
  #nextSample = 0;
  /** When the newest sample came, by `performance.now()`; null before the first. */
  #heardAtMs: number | null = null;
  /** The time between the newest chunk and the one before. */
  #gapMs = 0;

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

  record(startSample: number): void {
    this.#inner.record(startSample);
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
    // It follows the first chunk after the gap.
    else if (event.type === 'warned' && isGap(event.problem))
      this.#log.event('microphone-gap', { gapMs: this.#gapMs });
  }

  #measure({ startSample, pcm, capturedAtMs }: Chunk): void {
    const samples = pcm.byteLength / bytesPerSample;
    const beganAtMs = capturedAtMs - millisecondsOf(samples);
    if (this.#heardAtMs === null) {
      const afterMs = Math.round(performance.now() - this.#askedAtMs);
      this.#log.event('microphone-opened', { startSample, afterMs });
    }
    this.#gapMs = Math.round(beganAtMs - (this.#heardAtMs ?? beganAtMs));
    this.#nextSample = startSample + samples;
    this.#heardAtMs = capturedAtMs;
  }
}
