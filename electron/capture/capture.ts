import type { AudioOptions, IoStreamRead } from 'naudiodon';
import type { Microphone, MicrophoneRef } from '#shared/microphone.ts';
import { defaultDeviceId, deviceIdFor, microphonesAmong } from './devices.ts';
import { levelOf } from '#shared/level.ts';
import type { CaptureCommand, CaptureFailureCode, CaptureReport } from './protocol.ts';
import {
  choosePulseSource,
  pulseDevice,
  pulseHostApi,
  pulseMicrophones,
  pulseSourceFor,
} from './pulse.ts';
import { WavWriter } from './wav-writer.ts';

type Naudiodon = typeof import('naudiodon');

const sampleRateHz = 16_000;
const chunkSamples = 320;
const bytesPerSample = 2;

/**
 * naudiodon's defaults are 8 bits, stereo, 44.1 kHz and half a second of delay, so everything is
 * set. A full queue blocks PortAudio's callback and loses sound: 100 chunks are two seconds.
 */
const format = {
  channelCount: 1,
  sampleFormat: 16,
  sampleRate: sampleRateHz,
  framesPerBuffer: chunkSamples,
  highwaterMark: chunkSamples * bytesPerSample,
  maxQueue: 100,
  closeOnError: false,
} as const satisfies AudioOptions;

/** Captures one microphone at a time: to disk, then to main. */
export class Capture {
  readonly #audio: Naudiodon;
  readonly #report: (report: CaptureReport) => void;
  #stream: IoStreamRead | null = null;
  #recording: WavWriter | null = null;
  #nextSample = 0;

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
        this.#open(command.microphone, command.startSample);
        break;
      case 'record':
        this.#record(command.path);
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
    const stream = this.#stream;
    this.#stream = null;
    this.#endRecording();
    if (stream === null) {
      this.#report({ type: 'closed' });
      return;
    }
    // `abort` always throws, and `quit` may be called once only (platform: naudiodon).
    stream.removeAllListeners('data');
    stream.quit(() => this.#report({ type: 'closed' }));
  }

  #open(microphone: MicrophoneRef | null, startSample: number): void {
    const { getDevices, AudioIO } = this.#audio;
    this.#nextSample = startSample;
    try {
      const deviceId = this.#choose(microphone);
      const stream = AudioIO({ inOptions: { ...format, deviceId } });
      stream.on('data', (pcm: Buffer) => this.#deliver(pcm));
      stream.on('error', (error: unknown) => this.#fail('broken', error));
      stream.start();
      this.#stream = stream;
    } catch (error) {
      const hasInput = getDevices().some(({ maxInputChannels }) => maxInputChannels > 0);
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
      return deviceIdFor(microphone, devices) ?? this.#fallBack();
    const source = pulseSourceFor(microphone);
    if (source === null) return this.#fallBack();
    choosePulseSource(source);
    return deviceIdFor(pulseDevice, devices) ?? defaultDeviceId;
  }

  #fallBack(): number {
    this.#report({ type: 'fell-back' });
    return defaultDeviceId;
  }

  #deliver(pcm: Buffer): void {
    const capturedAtMs = Number(process.hrtime.bigint()) / 1e6;
    this.#write(pcm);
    const startSample = this.#nextSample;
    this.#nextSample += pcm.byteLength / bytesPerSample;
    this.#report({ type: 'chunk', startSample, pcm, level: levelOf(pcm), capturedAtMs });
  }

  #record(path: string): void {
    this.#endRecording();
    try {
      this.#recording = new WavWriter(path);
      this.#report({ type: 'recording', path, startSample: this.#nextSample });
    } catch (error) {
      this.#fail('cannot-record', error);
    }
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
