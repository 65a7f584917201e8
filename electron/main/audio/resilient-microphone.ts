import { bytesPerSample, millisecondsOf, samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import type { Problem } from '#shared/status.ts';
import { Timer } from '../timer.ts';
import type { Chunk, Microphone, MicrophoneEvent } from './microphone.ts';
import { awayProblem, gapProblem } from './problems.ts';
import { Restarts } from './restarts.ts';

/**
 * A microphone that comes back: one that fails while it is heard is opened again, and the person
 * is told what was missed. Sample indexes go on without a hole; the gap is in time only.
 */
export class ResilientMicrophone implements Microphone {
  readonly #inner: Microphone;
  readonly #restarts = new Restarts();
  readonly #retry = new Timer(() => this.#reopen());
  readonly #notice = new Timer(() => this.#listener?.({ type: 'warned', problem: null }));
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #nextSample = 0;
  #isRecorded = false;
  #isAway = false;
  #isWaiting = false;
  /** When the newest sample was heard; null before the first of an opening. */
  #heardAtMs: number | null = null;

  constructor(inner: Microphone) {
    this.#inner = inner;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#nextSample = startSample;
    this.#isRecorded = this.#isAway = false;
    this.#heardAtMs = null;
    this.#reopen();
  }

  record(): void {
    this.#isRecorded = true;
    if (!this.#isWaiting) this.#inner.record();
  }

  close(): void {
    if (!this.#isWaiting) {
      this.#inner.close();
      return;
    }
    this.#isWaiting = false;
    this.#retry.set(null);
    setImmediate(() => this.#tell({ type: 'closed' }));
  }

  #reopen(): void {
    this.#isWaiting = false;
    this.#inner.open(this.#nextSample, (event) => this.#hear(event));
    if (this.#isRecorded) this.#inner.record();
  }

  #hear(event: MicrophoneEvent): void {
    if (event.type === 'chunk') this.#deliver(event.chunk);
    else if (event.type === 'failed') this.#recover(event.problem);
    else this.#tell(event);
  }

  #deliver(chunk: Chunk): void {
    const samples = chunk.pcm.byteLength / bytesPerSample;
    this.#nextSample = chunk.startSample + samples;
    this.#tell({ type: 'chunk', chunk });
    if (this.#isAway) this.#reportGap(chunk.capturedAtMs - millisecondsOf(samples));
    this.#isAway = false;
    this.#heardAtMs = chunk.capturedAtMs;
  }

  #reportGap(backAtMs: number): void {
    const gapSamples = samplesIn(backAtMs - (this.#heardAtMs ?? backAtMs));
    console.error(`The microphone was away for ${gapSamples} samples.`);
    this.#tell({ type: 'warned', problem: gapProblem(millisecondsOf(gapSamples) / 1_000) });
    this.#notice.set(tuning.noticeMs);
  }

  /** Only what has been heard before can come back; a first opening that fails is final. */
  #recover(problem: Problem): void {
    const delayMs = this.#heardAtMs === null ? null : this.#restarts.next(performance.now());
    this.#notice.set(null);
    if (delayMs === null) {
      this.#tell({ type: 'failed', problem });
      return;
    }
    this.#isAway = this.#isWaiting = true;
    this.#retry.set(delayMs);
    this.#tell({ type: 'warned', problem: awayProblem });
  }

  #tell(event: MicrophoneEvent): void {
    const listener = this.#listener;
    if (event.type === 'closed' || event.type === 'failed') {
      this.#listener = null;
      this.#notice.set(null);
    }
    listener?.(event);
  }
}
