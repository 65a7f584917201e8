import type { PresentMicrophone, MicrophoneRef } from '#shared/microphone.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import { defaultDeviceId, deviceIdFor, microphonesAmong } from './devices.ts';
import { openInput, type Input } from './input.ts';
import { levelsOf } from '#shared/level.ts';
import { monotonicMs } from '../monotonic.ts';
import { TaskQueue } from '../task-queue.ts';
import type { CaptureCommand, CaptureFailureCode, CaptureReport } from './protocol.ts';
import {
  choosePulseSource,
  defaultMonitor,
  isPulseDevice,
  pulseMicrophones,
  pulseSourceFor,
} from './pulse/pulse.ts';
import { pulseHostApi } from './pulse/sources.ts';
import { RecentSound } from './recent-sound.ts';
import { WavWriter } from './wav-writer.ts';

type Naudiodon = typeof import('naudiodon');

type OpenCommand = Extract<CaptureCommand, { type: 'open' }>;

/** Captures one source at a time. Writes each chunk to disk, then reports it to main. */
export class Capture {
  readonly #audio: Naudiodon;
  readonly #report: (report: CaptureReport) => void;
  #input: Input | null = null;
  /** Counts openings and closings. A device that opens slowly may be closed before it is ready. */
  #opening = 0;
  #recording: WavWriter | null = null;
  #isSpent = false;
  /**
   * The calls of PortAudio. It is not safe for threads, and naudiodon closes a device on another one: a
   * call meanwhile can crash the process.
   */
  readonly #calls = new TaskQueue();
  readonly #recent = new RecentSound();

  constructor(audio: Naudiodon, report: (report: CaptureReport) => void) {
    this.#audio = audio;
    this.#report = report;
  }

  /** Carries out a command. Failures are reported, not thrown. */
  handle(command: CaptureCommand): void {
    switch (command.type) {
      case 'list':
        void this.#calls.run(() =>
          this.#report({ type: 'microphones', microphones: this.#list() }),
        );
        break;
      case 'prepare':
        // The first listing loads the system's audio libraries, which takes about 100 ms.
        void this.#calls.run(() => this.#audio.getDevices());
        break;
      case 'open':
        this.#open(command);
        break;
      case 'record':
        this.#record(command.path, command.startSample);
        break;
      case 'close':
        this.close();
        break;
      case 'ping':
        this.#report({ type: 'pong' });
        break;
    }
  }

  #list(): PresentMicrophone[] {
    const { getDevices, getHostAPIs } = this.#audio;
    return pulseMicrophones() ?? microphonesAmong(getDevices(), getHostAPIs());
  }

  /** Stops capturing, ends the recording and reports it. */
  close(): void {
    this.#opening++;
    this.#endRecording();
    this.#recent.restart(0);
    this.#release();
    void this.#calls.run(() => this.#reportClosed());
  }

  #release(): void {
    const input = this.#input;
    this.#input = null;
    if (input !== null) void this.#calls.run(() => quit(input));
  }

  #open({ source = 'microphone', microphone, startSample }: OpenCommand): void {
    const opening = ++this.#opening;
    // A device left open would mix its chunks with those of this one until the process ends.
    this.#release();
    this.#recent.restart(startSample);
    void this.#calls.run(() => this.#start(source, microphone, () => opening === this.#opening));
  }

  /** @param isWanted whether it was neither closed nor opened again meanwhile */
  async #start(
    source: SoundSource,
    microphone: MicrophoneRef | null,
    isWanted: () => boolean,
  ): Promise<void> {
    if (!isWanted()) return;
    try {
      const input =
        source === 'computer'
          ? await this.#openMonitor(microphone)
          : await this.#openInput(microphone);
      if (input === null) {
        if (isWanted()) this.#fail('no-computer-sound', 'There is no monitor of an output.');
        return;
      }
      const { stream, resampler } = input;
      // A resampler means that PortAudio refused the first opening.
      this.#isSpent ||= resampler !== null;
      if (!isWanted()) {
        await quit(input);
        return;
      }
      this.#input = input;
      stream.on('data', (pcm: Buffer) => this.#deliver(resampler?.resample(pcm) ?? pcm));
      stream.on('error', (error: unknown) => this.#fail('broken', error));
      stream.start();
    } catch (error) {
      if (!isWanted()) return;
      this.#release();
      const hasInput = this.#audio
        .getDevices()
        .some(({ maxInputChannels }) => maxInputChannels > 0);
      this.#fail(hasInput ? 'cannot-open' : 'no-microphone', error);
    }
  }

  /** Opens a microphone. If it is not connected, reports that and opens the default instead. */
  async #openInput(microphone: MicrophoneRef | null): Promise<Input> {
    choosePulseSource(null);
    // PortAudio finds the default without a listing, which takes as long as an opening.
    if (microphone === null) return openInput(this.#audio, defaultDeviceId);
    const devices = this.#audio.getDevices();
    if (microphone.hostApi !== pulseHostApi) {
      const deviceId = deviceIdFor(microphone, devices, this.#audio.getHostAPIs());
      return deviceId === null ? this.#openDefault() : openInput(this.#audio, deviceId);
    }
    const { source, isSure } = pulseSourceFor(microphone);
    if (source === null) return this.#openDefault();
    choosePulseSource(source);
    const opened = openInput(this.#audio, devices.find(isPulseDevice)?.id ?? defaultDeviceId);
    // If the list is missing, the server decides at the opening whether the source exists.
    return isSure ? opened : opened.catch(() => this.#openDefault());
  }

  /**
   * Opens the monitor of an output. It never opens anything else instead: the default is a microphone,
   * whose sound must not be taken for that of the computer.
   *
   * @param monitor null: that of the default output
   * @returns null if there is none
   */
  async #openMonitor(monitor: MicrophoneRef | null): Promise<Input | null> {
    const source = monitor === null ? defaultMonitor()?.id : pulseSourceFor(monitor).source;
    const server = this.#audio.getDevices().find(isPulseDevice);
    if (source === undefined || source === null || server === undefined) return null;
    choosePulseSource(source);
    return openInput(this.#audio, server.id);
  }

  #openDefault(): Promise<Input> {
    choosePulseSource(null);
    this.#report({ type: 'fell-back' });
    return openInput(this.#audio, defaultDeviceId);
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

  /** If the disk fails, the recording ends and the captions continue. */
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

  /** PortAudio's message goes to standard error, which main writes to the log. */
  #fail(code: CaptureFailureCode, error: unknown): void {
    console.error(`${code}: ${String(error)}`);
    this.#report({ type: 'failed', code });
  }
}

/** Closes a device. `abort` always throws, and `quit` may be called only once. */
const quit = ({ stream, resampler }: Input): Promise<void> => {
  stream.removeAllListeners('data');
  resampler?.destroy();
  return new Promise((resolve) => stream.quit(resolve));
};
