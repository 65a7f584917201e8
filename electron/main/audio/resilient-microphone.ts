import { bytesPerSample, millisecondsOf, samplesIn } from '#core/audio-format.ts';
import type { PresentMicrophone } from '#shared/microphone.ts';
import { joinProblems, problem, type Problem } from '#shared/problem.ts';
import { Timer } from '../time/timer.ts';
import type { Chunk, ChosenMicrophone, Microphone, MicrophoneEvent } from './microphone.ts';

import { Restarts } from '../processes/restarts.ts';
import { mainTuning } from '../time/tuning.ts';

type Phase =
  | 'closed'
  | 'opening'
  | 'heard'
  /** It failed, and will be opened again in a moment. */
  | 'waiting'
  /** It is being closed so that another can be opened. */
  | 'changing'
  /** It is being closed because no microphone is left; the next that comes is opened. */
  | 'leaving'
  | 'closing';

/**
 * A microphone that recovers. One that fails while it is in use is opened again. A chosen one that
 * returns is used again. The person sees how long no sound came. Sample indexes go on without a gap,
 * although time has one.
 */
export class ResilientMicrophone implements Microphone {
  readonly #inner: ChosenMicrophone;
  readonly #restarts = new Restarts();
  readonly #retry = new Timer(() => this.#reopen());
  /** Ends the wait for a microphone, because the session is billed meanwhile. */
  readonly #giveUp = new Timer(() =>
    this.#emit({ type: 'failed', problem: problem('no-microphone', {}) }),
  );
  readonly #notice = new Timer(() => this.#emit({ type: 'warned', problem: this.#standing }));
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #phase: Phase = 'closed';
  #present: PresentMicrophone[] = [];
  #nextSample = 0;
  #isRecorded = false;
  /** The problem that lasts as long as this opening. */
  #standing: Problem | null = null;
  /** When the newest sample came, by `performance.now()`; null before the first. */
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
    // The microphone is about to be opened again, and is recorded from then on.
    if (!['waiting', 'changing', 'leaving'].includes(this.#phase)) this.#inner.record(startSample);
  }

  close(): void {
    if (this.#phase === 'waiting') {
      this.#retry.set(null);
      this.#giveUp.set(null);
      setImmediate(() => this.#emit({ type: 'closed' }));
    } else if (this.#phase !== 'changing' && this.#phase !== 'leaving') this.#inner.close();
    // Two closings would be reported twice, and a caller that has opened it again would mistake the
    // second for its own.
    this.#phase = 'closing';
  }

  /**
   * Takes the list of microphones after a change. Opens a microphone that is waited for, changes to the
   * chosen one when it returns, and waits if no microphone is left.
   *
   * @param present all microphones that are there now
   */
  follow(present: PresentMicrophone[]): void {
    const before = this.#present;
    this.#present = present;
    this.#inner.follow(present);
    if (this.#phase === 'waiting' && this.#inner.hasAny(present)) this.#retry.set(0);
    else if (this.#phase === 'heard' && this.#inner.isGone(before, present)) {
      this.#phase = 'leaving';
      this.#inner.close();
    } else if (this.#phase === 'heard' && this.#inner.isMisplaced(present)) {
      this.#phase = 'changing';
      this.#inner.close();
    }
  }

  #reopen(): void {
    this.#phase = 'opening';
    this.#giveUp.set(null);
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
        this.#reportGap(event.samples, 'lost', null);
        break;
      case 'failed':
        if (this.#phase === 'closing') this.#emit({ type: 'closed' });
        else if (this.#phase === 'leaving') this.#awaitMicrophone();
        else this.#recover(event.problem);
        break;
      case 'closed':
        if (this.#phase === 'changing') this.#reopen();
        else if (this.#phase === 'leaving') this.#awaitMicrophone();
        else this.#emit(event);
        break;
      case 'warned':
        this.#standing = event.problem;
        this.#emit(event);
        break;
      case 'recording':
        this.#emit(event);
        break;
    }
  }

  #deliver(chunk: Chunk): void {
    const samples = chunk.pcm.byteLength / bytesPerSample;
    this.#nextSample = chunk.startSample + samples;
    this.#emit({ type: 'chunk', chunk });
    const beforeMs = this.#heardAtMs;
    this.#heardAtMs = chunk.capturedAtMs;
    if (this.#phase !== 'opening') return;
    this.#phase = 'heard';
    if (beforeMs === null) return;
    const gapSamples = samplesIn(chunk.capturedAtMs - beforeMs) - samples;
    this.#reportGap(
      Math.max(0, gapSamples),
      this.#standing === null ? 'away' : 'other',
      this.#standing,
    );
  }

  #reportGap(gapSamples: number, cause: 'away' | 'lost' | 'other', standing: Problem | null): void {
    const seconds = millisecondsOf(gapSamples) / 1_000;
    const gap = problem('microphone-gap', { seconds, cause });
    this.#emit({ type: 'warned', problem: joinProblems([gap, standing]) });
    this.#notice.set(mainTuning.noticeMs);
  }

  /**
   * Opens the microphone again if it has delivered sound before. A first opening that fails is final.
   */
  #recover(problem: Problem): void {
    const delayMs = this.#heardAtMs === null ? null : this.#restarts.next(performance.now());
    this.#notice.set(null);
    if (delayMs === null) {
      this.#emit({ type: 'failed', problem });
      return;
    }
    this.#wait();
    this.#retry.set(delayMs);
  }

  /** Waits until {@link follow} finds a microphone. */
  #awaitMicrophone(): void {
    this.#giveUp.set(mainTuning.noMicrophoneMs);
    this.#wait();
  }

  #wait(): void {
    this.#phase = 'waiting';
    this.#notice.set(null);
    this.#emit({ type: 'warned', problem: problem('microphone-away', {}) });
  }

  #emit(event: MicrophoneEvent): void {
    const listener = this.#listener;
    if (event.type === 'closed' || event.type === 'failed') {
      this.#listener = null;
      this.#phase = 'closed';
      this.#giveUp.set(null);
      this.#notice.set(null);
    }
    listener?.(event);
  }
}
