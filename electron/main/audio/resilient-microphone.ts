import { bytesPerSample, millisecondsOf, samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import type { Microphone as PresentMicrophone } from '#shared/microphone.ts';
import type { Problem } from '#shared/status.ts';
import { Timer } from '../timer.ts';
import type { Chunk, ChosenMicrophone, Microphone, MicrophoneEvent } from './microphone.ts';
import { awayProblem, gapProblem } from './problems.ts';
import { Restarts } from '../restarts.ts';

type Phase =
  | 'closed'
  | 'opening'
  | 'heard'
  /** It failed, and will be opened again in a moment. */
  | 'waiting'
  /** It is being closed so that another can be opened. */
  | 'changing'
  | 'closing';

/**
 * A microphone that comes back: one that fails while it is heard is opened again, one that was
 * chosen and returns takes its place again, and the person is told what was missed. Sample indexes
 * go on without a hole; the gap is in time only.
 */
export class ResilientMicrophone implements Microphone {
  readonly #inner: ChosenMicrophone;
  readonly #restarts = new Restarts();
  readonly #retry = new Timer(() => this.#reopen());
  readonly #notice = new Timer(() => this.#tell({ type: 'warned', problem: this.#standing }));
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #phase: Phase = 'closed';
  #nextSample = 0;
  #isRecorded = false;
  /** What is wrong for as long as this opening lasts. */
  #standing: Problem | null = null;
  /** When the newest sample was heard; null before the first. */
  #heardAtMs: number | null = null;

  constructor(inner: ChosenMicrophone) {
    this.#inner = inner;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#nextSample = startSample;
    this.#isRecorded = false;
    this.#heardAtMs = null;
    this.#reopen();
  }

  record(startSample: number): void {
    this.#isRecorded = true;
    // What is about to be opened again is recorded from then on.
    if (this.#phase !== 'waiting' && this.#phase !== 'changing') this.#inner.record(startSample);
  }

  close(): void {
    if (this.#phase === 'waiting') {
      this.#retry.set(null);
      setImmediate(() => this.#tell({ type: 'closed' }));
    } else if (this.#phase !== 'changing') this.#inner.close();
    // Two closings are told twice, and whoever has opened it again would take the second for theirs.
    this.#phase = 'closing';
  }

  /**
   * Opens at once what is waited for, and changes over to the microphone that was chosen when it
   * returns.
   *
   * @param present all microphones that are there now
   */
  follow(present: PresentMicrophone[]): void {
    if (this.#phase === 'waiting' && present.length > 0) this.#retry.set(0);
    else if (this.#phase === 'heard' && this.#inner.isMisplaced(present)) {
      this.#phase = 'changing';
      this.#inner.close();
    }
  }

  #reopen(): void {
    this.#phase = 'opening';
    this.#standing = null;
    this.#inner.open(this.#nextSample, (event) => this.#hear(event));
    if (this.#isRecorded) this.#inner.record(this.#nextSample);
  }

  #hear(event: MicrophoneEvent): void {
    switch (event.type) {
      case 'chunk':
        this.#deliver(event.chunk);
        break;
      case 'lost':
        this.#reportGap(event.samples, 'The microphone lost sound.');
        break;
      case 'failed':
        if (this.#phase === 'closing') this.#tell({ type: 'closed' });
        else this.#recover(event.problem);
        break;
      case 'closed':
        if (this.#phase === 'changing') this.#reopen();
        else this.#tell(event);
        break;
      case 'warned':
        this.#standing = event.problem;
        this.#tell(event);
        break;
      case 'recording':
        this.#tell(event);
        break;
    }
  }

  #deliver(chunk: Chunk): void {
    const samples = chunk.pcm.byteLength / bytesPerSample;
    this.#nextSample = chunk.startSample + samples;
    this.#tell({ type: 'chunk', chunk });
    const beforeMs = this.#heardAtMs;
    this.#heardAtMs = chunk.capturedAtMs;
    if (this.#phase !== 'opening') return;
    this.#phase = 'heard';
    if (beforeMs === null) return;
    const gapSamples = samplesIn(chunk.capturedAtMs - beforeMs) - samples;
    this.#reportGap(Math.max(0, gapSamples), this.#standing?.sentence ?? 'The microphone is back.');
  }

  #reportGap(gapSamples: number, what: string): void {
    this.#tell({ type: 'warned', problem: gapProblem(millisecondsOf(gapSamples) / 1_000, what) });
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
    this.#phase = 'waiting';
    this.#retry.set(delayMs);
    this.#tell({ type: 'warned', problem: awayProblem });
  }

  #tell(event: MicrophoneEvent): void {
    const listener = this.#listener;
    if (event.type === 'closed' || event.type === 'failed') {
      this.#listener = null;
      this.#phase = 'closed';
      this.#notice.set(null);
    }
    listener?.(event);
  }
}
