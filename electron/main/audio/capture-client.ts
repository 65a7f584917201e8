import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { bytesPerSample } from '#core/audio-format.ts';
import type { Microphone as PresentMicrophone, MicrophoneRef } from '#shared/microphone.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import { captureReportSchema, type CaptureCommand } from '../../capture/protocol.ts';
import { joinProblems, problem, type Problem } from '#shared/problem.ts';
import type { Child, Fork } from '../processes/child.ts';
import { Timer } from '../time/timer.ts';
import { ExactSilence } from './exact-silence.ts';
import { LostSound } from './lost-sound.ts';
import type { Chunk, ChosenMicrophone, MicrophoneEvent } from './microphone.ts';
import { OpenedDevice } from './opened-device.ts';
import { captureProblems } from './problems.ts';
import { mainTuning } from '../time/tuning.ts';

/** What differs between the sources. */
const rules = {
  microphone: { ifNone: 'no-microphone', stallMs: mainTuning.microphoneStallMs },
  computer: { ifNone: 'no-computer-sound', stallMs: mainTuning.computerSoundStallMs },
} as const;

/**
 * A microphone, or the monitor of the computer's output, captured in a process of its own.
 */
export class CaptureClient implements ChosenMicrophone {
  readonly #fork: Fork;
  readonly #recordingsFolder: string;
  readonly #wanted: () => MicrophoneRef | null;
  readonly #mayHear: () => boolean;
  readonly #source: SoundSource;
  readonly #device: OpenedDevice;
  readonly #watchdog = new Timer(() => this.#stall());
  #child: Child | null = null;
  #listener: ((event: MicrophoneEvent) => void) | null = null;
  #silence = new ExactSilence();
  #lost = new LostSound();
  #isClosing = false;
  /** Main has asked the capture process whether it runs, and no sound has come since. */
  #isProbed = false;
  #isUnrecorded = false;
  #isSilent = false;

  /**
   * @param recordingsFolder the folder of the WAV files; created with the first file
   * @param wanted the microphone to open; null is the system's default
   * @param mayHear whether the system lets the app use microphones; without it some deliver silence
   * @param source the sound of the computer has no choice of microphone
   */
  constructor(
    fork: Fork,
    recordingsFolder: string,
    wanted: () => MicrophoneRef | null,
    mayHear: () => boolean = () => true,
    source: SoundSource = 'microphone',
  ) {
    this.#fork = fork;
    this.#recordingsFolder = recordingsFolder;
    this.#wanted = wanted;
    this.#mayHear = mayHear;
    this.#source = source;
    this.#device = new OpenedDevice(source);
  }

  /** Starts the capture process early, so that the first opening is as fast as the later ones. */
  prepare(): void {
    this.#post({ type: 'prepare' });
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#silence = new ExactSilence();
    this.#lost = new LostSound();
    this.#isClosing = this.#isProbed = this.#isUnrecorded = this.#isSilent = false;
    const device = this.#device.open(this.#wanted());
    if (device === null) {
      // Events come later.
      setImmediate(() =>
        this.#emit({ type: 'failed', problem: captureProblems[rules[this.#source].ifNone] }),
      );
      return;
    }
    this.#watchdog.set(mainTuning.microphoneOpenTimeoutMs);
    const microphone = device === 'default' ? null : device;
    this.#post({ type: 'open', source: this.#source, microphone, startSample });
    if (this.#device.hasFallenBack) setImmediate(() => this.#warn());
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
    // Both sources may begin in the same millisecond.
    const suffix = this.#source === 'computer' ? '-computer' : '';
    const name = `${new Date().toISOString().replaceAll(':', '-')}${suffix}.wav`;
    this.#post({ type: 'record', path: join(this.#recordingsFolder, name), startSample });
  }

  close(): void {
    this.#isClosing = true;
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
        if (this.#isProbed && !this.#isClosing) this.#watchdog.set(rules[this.#source].stallMs);
        break;
      case 'microphones':
        break;
    }
  }

  #hear({ startSample, pcm, levels, capturedAtMs }: Chunk): void {
    this.#isProbed = false;
    if (!this.#isClosing) this.#watchdog.set(rules[this.#source].stallMs);
    this.#listener?.({ type: 'chunk', chunk: { startSample, pcm, levels, capturedAtMs } });
    const length = pcm.byteLength / bytesPerSample;
    const samples = this.#lost.hear(length, capturedAtMs);
    if (samples > 0) this.#listener?.({ type: 'lost', samples });
    // A computer that plays nothing is silent.
    if (this.#source === 'computer') return;
    const change = this.#silence.hear(Math.max(...levels), length);
    if (change === null) return;
    this.#isSilent = change === 'began';
    this.#warn();
  }

  /** Reports all that is wrong now, so that no problem hides another. */
  #warn(): void {
    const problem = joinProblems([
      this.#isUnrecorded ? captureProblems['cannot-record'] : null,
      this.#isSilent ? this.#silent() : this.#missing,
    ]);
    this.#listener?.({ type: 'warned', problem });
  }

  #silent(): Problem {
    if (!this.#mayHear()) return problem('microphone-denied', {});
    const name = this.#device.chosenName;
    return name !== null && this.#device.hasFallenBack
      ? problem('default-silent', { microphone: name })
      : problem('no-sound', { microphone: name });
  }

  get #missing(): Problem | null {
    const name = this.#device.chosenName;
    return name !== null && this.#device.hasFallenBack
      ? problem('microphone-missing', { microphone: name })
      : null;
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
