import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { bytesPerSample } from '#core/audio-format.ts';
import type { PresentMicrophone } from '#shared/microphone.ts';
import { captureReportSchema, type CaptureCommand } from '../../capture/protocol.ts';
import { joinProblems } from '#shared/problem.ts';
import type { Child, Fork } from '../processes/child.ts';
import { Timer } from '../time/timer.ts';
import type { CapturedDevice } from './captured-device.ts';
import { LostSound } from './lost-sound.ts';
import type { Chunk, ChosenMicrophone, MicrophoneEvent } from './microphone.ts';
import { captureProblems } from './problems.ts';
import { mainTuning } from '../time/tuning.ts';

/** A device that is captured in a process of its own. */
export class CaptureClient implements ChosenMicrophone {
  readonly #fork: Fork;
  readonly #recordingsFolder: string;
  readonly #device: CapturedDevice;
  readonly #watchdog = new Timer(() => this.#stall());
  #child: Child | null = null;
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #lost = new LostSound();
  #isClosing = false;
  /** Main has asked the capture process whether it runs, and no sound has come since. */
  #isProbed = false;
  #isUnrecorded = false;

  /** @param recordingsFolder the folder of the WAV files; created with the first file */
  constructor(fork: Fork, recordingsFolder: string, device: CapturedDevice) {
    this.#fork = fork;
    this.#recordingsFolder = recordingsFolder;
    this.#device = device;
  }

  /** Starts the capture process early, so that the first opening is as fast as the later ones. */
  prepare(): void {
    this.#post({ type: 'prepare' });
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#lost = new LostSound();
    this.#isClosing = this.#isProbed = this.#isUnrecorded = false;
    const { source, noneProblem } = this.#device;
    const device = this.#device.open();
    if (device === null) {
      // Events come later.
      setImmediate(() => this.#emit({ type: 'failed', problem: noneProblem }));
      return;
    }
    this.#watchdog.set(mainTuning.microphoneOpenTimeoutMs);
    const microphone = device === 'default' ? null : device;
    this.#post({ type: 'open', source, microphone, startSample });
    if (this.#device.warning !== null) setImmediate(() => this.#warn());
  }

  record(startSample: number): void {
    if (this.#device.isNone) return;
    try {
      mkdirSync(this.#recordingsFolder, { recursive: true, mode: 0o700 });
    } catch {
      // Events come later, because the start of listening clears earlier problems.
      setImmediate(() => this.#unrecorded());
      return;
    }
    const name = `${new Date().toISOString().replaceAll(':', '-')}${this.#device.fileSuffix}.wav`;
    this.#post({ type: 'record', path: join(this.#recordingsFolder, name), startSample });
  }

  close(): void {
    this.#isClosing = true;
    if (this.#child === null) {
      // No process is started to close what it has not opened. Events come later.
      setImmediate(() => this.#emit({ type: 'closed' }));
      return;
    }
    this.#watchdog.set(mainTuning.microphoneCloseTimeoutMs);
    this.#post({ type: 'close' });
  }

  follow(present: PresentMicrophone[]): void {
    this.#device.follow(present);
  }

  hasAny(present: PresentMicrophone[]): boolean {
    return this.#device.hasAny(present);
  }

  isMisplaced(present: PresentMicrophone[]): boolean {
    return this.#device.isMisplaced(present);
  }

  isGone(before: PresentMicrophone[], present: PresentMicrophone[]): boolean {
    return this.#device.isGone(before, present);
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
        this.#emit({ type: 'closed' });
        break;
      case 'fell-back':
        this.#device.fallBack();
        this.#warn();
        break;
      case 'failed':
        if (report.output.code === 'cannot-record') this.#unrecorded();
        else this.#fail(report.output.code);
        break;
      case 'pong':
        if (this.#isProbed && !this.#isClosing) this.#watchdog.set(this.#device.stallMs);
        break;
      case 'microphones':
        break;
    }
  }

  #hear({ startSample, pcm, levels, capturedAtMs }: Chunk): void {
    this.#isProbed = false;
    if (!this.#isClosing) this.#watchdog.set(this.#device.stallMs);
    this.#listener?.({ type: 'chunk', chunk: { startSample, pcm, levels, capturedAtMs } });
    const length = pcm.byteLength / bytesPerSample;
    const samples = this.#lost.hear(length, capturedAtMs);
    if (samples > 0) this.#listener?.({ type: 'lost', samples });
    if (this.#device.hear(Math.max(...levels), length)) this.#warn();
  }

  /** Reports all that is wrong now, so that no problem hides another. */
  #warn(): void {
    const problem = joinProblems([
      this.#isUnrecorded ? captureProblems['cannot-record'] : null,
      this.#device.warning,
    ]);
    this.#listener?.({ type: 'warned', problem });
  }

  /** Gives the device up: an unplugged device may neither deliver sound nor close. */
  #stall(): void {
    if (this.#isClosing) {
      this.#end();
      this.#emit({ type: 'closed' });
    } else if (this.#isProbed) this.#fail('stalled');
    else {
      this.#isProbed = true;
      this.#watchdog.set(mainTuning.captureAnswerTimeoutMs);
      this.#post({ type: 'ping' });
    }
  }

  /** Reports that nothing is recorded. The problem lasts until the microphone is opened again. */
  #unrecorded(): void {
    this.#isUnrecorded = true;
    this.#warn();
  }

  #fail(cause: keyof typeof captureProblems): void {
    this.#end();
    this.#emit({ type: 'failed', problem: captureProblems[cause] });
  }

  /** Ends the process too: after a failure PortAudio may not find devices that come back. */
  #end(): void {
    const child = this.#child;
    this.#child = null;
    this.#watchdog.set(null);
    child?.kill();
  }

  /** Starts another process at once, so that the next opening is as fast. */
  #replace(): void {
    this.#end();
    this.prepare();
  }

  #emit(event: MicrophoneEvent): void {
    const listener = this.#listener;
    this.#listener = null;
    this.#watchdog.set(null);
    listener?.(event);
  }
}
