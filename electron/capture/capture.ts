import type { Microphone, MicrophoneRef } from '#shared/microphone.ts';
import { defaultDeviceId, deviceIdFor, microphonesAmong } from './devices.ts';
import { openInput, type Input } from './input.ts';
import { levelsOf } from '#shared/level.ts';
import { monotonicMs } from '../monotonic.ts';
import type { CaptureCommand, CaptureFailureCode, CaptureReport } from './protocol.ts';
import {
  choosePulseSource,
  isPulseDevice,
  pulseMicrophones,
  pulseSourceFor,
} from './pulse/pulse.ts';
import { pulseHostApi } from './pulse/sources.ts';
import { RecentSound } from './recent-sound.ts';
import { WavWriter } from './wav-writer.ts';

type Naudiodon = typeof import('naudiodon');

/** Captures one microphone at a time: to disk, then to main. */
export class Capture {
  readonly #audio: Naudiodon;
  readonly #report: (report: CaptureReport) => void;
  #input: Input | null = null;
  /** Counts openings and closings, because a device that is slow to open may be wanted no more. */
  #opening = 0;
  #recording: WavWriter | null = null;
  #isSpent = false;
  readonly #recent = new RecentSound();

  constructor(audio: Naudiodon, report: (report: CaptureReport) => void) {
    this.#audio = audio;
    this.#report = report;
  }

  /** Carries out a command; what goes wrong is reported, not thrown. */
  handle(command: CaptureCommand): void {
    switch (command.type) {
      case 'list':
        this.#report({ type: 'microphones', microphones: this.#list() });
        break;
      case 'prepare':
        // The first listing loads the system's audio libraries, a tenth of a second.
        this.#audio.getDevices();
        break;
      case 'open':
        void this.#open(command.microphone, command.startSample);
        break;
      case 'record':
        this.#record(command.path, command.startSample);
        break;
      case 'close':
        this.close();
        break;
    }
  }

  #list(): Microphone[] {
    const { getDevices, getHostAPIs } = this.#audio;
    return pulseMicrophones() ?? microphonesAmong(getDevices(), getHostAPIs());
  }

  /** Stops capturing, ends the recording and reports it. */
  close(): void {
    this.#opening++;
    this.#endRecording();
    this.#recent.restart(0);
    this.#release(() => this.#reportClosed());
  }

  /** @param released called once no device is open */
  #release(released?: () => void): void {
    const input = this.#input;
    this.#input = null;
    if (input === null) {
      released?.();
      return;
    }
    const { stream, resampler } = input;
    // `abort` always throws, and `quit` may be called once only (platform: naudiodon).
    stream.removeAllListeners('data');
    resampler?.destroy();
    stream.quit(released);
  }

  async #open(microphone: MicrophoneRef | null, startSample: number): Promise<void> {
    const opening = ++this.#opening;
    // One that nobody closed would be heard amid the sound of this one, for as long as we run.
    this.#release();
    this.#recent.restart(startSample);
    try {
      const input = await openInput(this.#audio, this.#choose(microphone));
      const { stream, resampler } = input;
      // It resamples because its first opening was refused.
      this.#isSpent ||= resampler !== null;
      if (opening !== this.#opening) {
        resampler?.destroy();
        stream.quit();
        return;
      }
      stream.on('data', (pcm: Buffer) => this.#deliver(resampler?.resample(pcm) ?? pcm));
      stream.on('error', (error: unknown) => this.#fail('broken', error));
      stream.start();
      this.#input = input;
    } catch (error) {
      if (opening !== this.#opening) return;
      const hasInput = this.#audio
        .getDevices()
        .some(({ maxInputChannels }) => maxInputChannels > 0);
      this.#fail(hasInput ? 'cannot-open' : 'no-microphone', error);
    }
  }

  /** PortAudio's id of a microphone; where it is away, that is said and the default is used. */
  #choose(microphone: MicrophoneRef | null): number {
    choosePulseSource(null);
    // Listing takes as long as opening, so the default is left to PortAudio.
    if (microphone === null) return defaultDeviceId;
    const devices = this.#audio.getDevices();
    if (microphone.hostApi !== pulseHostApi)
      return deviceIdFor(microphone, devices, this.#audio.getHostAPIs()) ?? this.#fallBack();
    const source = pulseSourceFor(microphone);
    if (source === null) return this.#fallBack();
    choosePulseSource(source);
    return devices.find(isPulseDevice)?.id ?? defaultDeviceId;
  }

  #fallBack(): number {
    this.#report({ type: 'fell-back' });
    return defaultDeviceId;
  }

  #deliver(pcm: Buffer): void {
    const capturedAtMs = monotonicMs();
    this.#write(pcm);
    const startSample = this.#recent.endSample;
    this.#recent.append(pcm);
    this.#report({ type: 'chunk', startSample, pcm, levels: levelsOf(pcm), capturedAtMs });
  }

  #record(path: string, wantedFrom: number): void {
    this.#endRecording();
    const { startSample, pcm } = this.#recent.from(wantedFrom);
    try {
      this.#recording = new WavWriter(path);
    } catch (error) {
      this.#fail('cannot-record', error);
      return;
    }
    this.#report({ type: 'recording', path, startSample });
    this.#write(pcm);
  }

  /** Captions go on when the disk does not. */
  #write(pcm: Buffer): void {
    try {
      this.#recording?.append(pcm);
    } catch (error) {
      this.#endRecording();
      this.#fail('cannot-record', error);
    }
  }

  #reportClosed(): void {
    this.#report({ type: 'closed', isSpent: this.#isSpent });
  }

  #endRecording(): void {
    this.#recording?.close();
    this.#recording = null;
  }

  /** PortAudio's own words go to the log, which keeps our standard error. */
  #fail(code: CaptureFailureCode, error: unknown): void {
    console.error(`${code}: ${String(error)}`);
    this.#report({ type: 'failed', code });
  }
}
