import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { bytesPerSample } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import {
  isMicrophone,
  type Microphone as PresentMicrophone,
  type MicrophoneRef,
} from '#shared/microphone.ts';
import { captureReportSchema, type CaptureCommand } from '../../capture/protocol.ts';
import type { Problem } from '#shared/status.ts';
import type { Child, Fork } from '../child.ts';
import { Timer } from '../timer.ts';
import { ExactSilence } from './exact-silence.ts';
import { LostSound } from './lost-sound.ts';
import type { Chunk, ChosenMicrophone, MicrophoneEvent } from './microphone.ts';
import { awayMicrophoneProblem, exactSilenceProblem, microphoneProblems } from './problems.ts';

/** A microphone device, captured in a process of its own that stays ready between openings. */
export class CaptureClient implements ChosenMicrophone {
  readonly #fork: Fork;
  readonly #recordingsFolder: string;
  readonly #wanted: () => MicrophoneRef | null;
  readonly #watchdog = new Timer(() => this.#stall());
  #child: Child | null = null;
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #silence = new ExactSilence();
  #lost = new LostSound();
  #isClosing = false;
  #opened: MicrophoneRef | null = null;
  #hasFallenBack = false;
  #isUnrecorded = false;

  /**
   * @param recordingsFolder where the WAV files go; made when the first is written
   * @param wanted the microphone to open; null is the system's default
   */
  constructor(fork: Fork, recordingsFolder: string, wanted: () => MicrophoneRef | null) {
    this.#fork = fork;
    this.#recordingsFolder = recordingsFolder;
    this.#wanted = wanted;
  }

  /** Starts the capture process ahead of need, so that the first opening is as fast as any. */
  prepare(): void {
    this.#post({ type: 'prepare' });
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#silence = new ExactSilence();
    this.#lost = new LostSound();
    this.#isClosing = this.#hasFallenBack = this.#isUnrecorded = false;
    this.#opened = this.#wanted();
    this.#watchdog.set(tuning.microphoneOpenTimeoutMs);
    this.#post({ type: 'open', microphone: this.#opened, startSample });
  }

  record(startSample: number): void {
    try {
      mkdirSync(this.#recordingsFolder, { recursive: true, mode: 0o700 });
    } catch {
      // Events come later: what starts listening clears the sentences of before.
      setImmediate(() => this.#unrecorded());
      return;
    }
    const name = `${new Date().toISOString().replaceAll(':', '-')}.wav`;
    this.#post({ type: 'record', path: join(this.#recordingsFolder, name), startSample });
  }

  close(): void {
    this.#isClosing = true;
    this.#watchdog.set(tuning.microphoneCloseTimeoutMs);
    this.#post({ type: 'close' });
  }

  isMisplaced(present: PresentMicrophone[]): boolean {
    const opened = this.#opened;
    if (opened === null) return false;
    // PortAudio's own names are not listed beside a sound server's, so they say nothing.
    const comparable = present.filter(({ hostApi }) => hostApi === opened.hostApi);
    if (comparable.length === 0) return false;
    return comparable.some((known) => isMicrophone(known, opened)) === this.#hasFallenBack;
  }

  /** Ends the capture process. */
  dispose(): void {
    this.#listener = null;
    this.#end();
  }

  #post(command: CaptureCommand): void {
    this.#process().post(command);
  }

  #process(): Child {
    if (this.#child !== null) return this.#child;
    const child = this.#fork('capture');
    child.onMessage((message) => {
      if (child === this.#child) this.#receive(message);
    });
    child.onExit(() => {
      if (child === this.#child) this.#fail('stopped');
    });
    this.#child = child;
    return child;
  }

  #receive(message: unknown): void {
    const report = v.safeParse(captureReportSchema, message);
    if (!report.success) {
      this.#fail('stopped');
      return;
    }
    switch (report.output.type) {
      case 'chunk':
        this.#hear(report.output);
        break;
      case 'recording':
        this.#listener?.(report.output);
        break;
      case 'closed':
        if (report.output.isSpent) this.#replace();
        this.#tell({ type: 'closed' });
        break;
      case 'fell-back':
        this.#hasFallenBack = true;
        this.#listener?.({ type: 'warned', problem: this.#standing });
        break;
      case 'failed':
        if (report.output.code === 'cannot-record') this.#unrecorded();
        else this.#fail(report.output.code);
        break;
      case 'microphones':
        break;
    }
  }

  #hear({ startSample, pcm, levels, capturedAtMs }: Chunk): void {
    if (!this.#isClosing) this.#watchdog.set(tuning.microphoneStallMs);
    this.#listener?.({ type: 'chunk', chunk: { startSample, pcm, levels, capturedAtMs } });
    const length = pcm.byteLength / bytesPerSample;
    const samples = this.#lost.hear(length, capturedAtMs);
    if (samples > 0) this.#listener?.({ type: 'lost', samples });
    const change = this.#silence.hear(Math.max(...levels), length);
    if (change === null) return;
    const name = this.#hasFallenBack ? null : (this.#opened?.name ?? null);
    const problem = change === 'began' ? exactSilenceProblem(name) : this.#standing;
    this.#listener?.({ type: 'warned', problem });
  }

  /** What is wrong for as long as this opening lasts. */
  get #standing(): Problem | null {
    if (this.#isUnrecorded) return microphoneProblems['cannot-record'];
    return this.#hasFallenBack && this.#opened !== null
      ? awayMicrophoneProblem(this.#opened.name)
      : null;
  }

  /** A device that is gone may neither deliver nor close. */
  #stall(): void {
    if (!this.#isClosing) {
      this.#fail('stalled');
      return;
    }
    this.#end();
    this.#tell({ type: 'closed' });
  }

  /** That lasts until the microphone is opened again. */
  #unrecorded(): void {
    this.#isUnrecorded = true;
    this.#listener?.({ type: 'warned', problem: this.#standing });
  }

  #fail(cause: keyof typeof microphoneProblems): void {
    this.#end();
    this.#tell({ type: 'failed', problem: microphoneProblems[cause] });
  }

  /** After a failure PortAudio cannot be trusted to see devices anew, so the process goes too. */
  #end(): void {
    const child = this.#child;
    this.#child = null;
    this.#watchdog.set(null);
    child?.kill();
  }

  /** The next opening finds a process that is as ready as this one was. */
  #replace(): void {
    this.#end();
    this.prepare();
  }

  #tell(event: MicrophoneEvent): void {
    const listener = this.#listener;
    this.#listener = null;
    this.#watchdog.set(null);
    listener?.(event);
  }
}
