import { join } from 'node:path';
import type { WireParameters } from '#core/assemblyai/parameters/wire.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { readWavFile } from './wav-file.ts';
import { WavMicrophone } from './wav-microphone.ts';
import type { Microphone } from './microphone.ts';
import type { Fork } from '../processes/child.ts';
import { startDemoServer, type DemoServer } from '../demo/demo-server-client.ts';
import type { ConnectionTarget } from '../listening/connection-target.ts';

const noKey = failed(problem('no-key', {}));

/** The service that the settings, a profile and the stored key give now. */
interface Service {
  baseUrl: string;
  key: string | null;
  /** Resolves once the stored key is read; null if no read is under way. */
  readingKey: Promise<void> | null;
  parameters: Result<WireParameters>;
  /** The parameters while a dictation runs without captions. */
  dictating: Result<WireParameters>;
}

/**
 * The source of sound and the service that transcribes it: the microphone and AssemblyAI, or a recording
 * and the demo server.
 */
export class AudioInput {
  readonly #device: Microphone;
  readonly #service: (profile: SessionProfile | null) => Service;
  /** Creates the recording that replaces the device; null if the device is used. */
  #playback: (() => Microphone) | null = null;
  #isRetranscribing = false;
  #demo: DemoServer | null = null;
  #isStartingDemo = false;

  constructor(device: Microphone, service: (profile: SessionProfile | null) => Service) {
    this.#device = device;
    this.#service = service;
  }

  get isDemo(): boolean {
    return this.#demo !== null;
  }

  /** Whether a recording replaces the device. */
  get hasPlayback(): boolean {
    return this.#playback !== null;
  }

  /** Whether earlier speech is being transcribed. Nobody can dictate meanwhile. */
  get isRetranscribing(): boolean {
    return this.#isRetranscribing;
  }

  get microphone(): Microphone {
    return this.#playback === null ? this.#device : this.#playback();
  }

  /** The target of the next session, or the problem that prevents one. */
  get connectionTarget(): Result<ConnectionTarget> {
    return this.connectionTargetFor(null);
  }

  /** The same for a session with a profile. */
  connectionTargetFor(profile: SessionProfile | null): Result<ConnectionTarget> {
    if (this.#demo !== null) return ok(this.#demo.connectionTarget);
    const { baseUrl, key, readingKey, parameters, dictating } = this.#service(profile);
    if (key === null && readingKey === null) return noKey;
    if (!parameters.ok) return parameters;
    if (!dictating.ok) return dictating;
    const known = readingKey === null && key !== null ? key : this.#keyOnceRead(readingKey);
    return ok({ baseUrl, key: known, parameters: parameters.value, dictating: dictating.value });
  }

  async #keyOnceRead(readingKey: Promise<void> | null): Promise<Result<string>> {
    await readingKey;
    const { key } = this.#service(null);
    return key === null ? noKey : ok(key);
  }

  /** Replaces the microphone with a WAV file. */
  async useRecording(file: string): Promise<Result<null>> {
    const pcm = await readWavFile(file);
    if (!pcm.ok) return pcm;
    this.#playback = () => new WavMicrophone(pcm.value);
    return ok(null);
  }

  /** Replaces the microphone with this one, which plays once. */
  useMicrophone(microphone: Microphone): void {
    this.#playback = () => microphone;
    this.#isRetranscribing = true;
  }

  /**
   * Uses the demo server and, unless there is a recording already, the bundled recording. Both change or
   * neither, so the bundled recording never goes to the service.
   */
  async useDemo(fork: Fork, folder: string): Promise<Result<null>> {
    if (this.#isStartingDemo) return failed(problem('demo-starting', {}));
    this.#isStartingDemo = true;
    try {
      return await this.#startDemo(fork, folder);
    } finally {
      this.#isStartingDemo = false;
    }
  }

  async #startDemo(fork: Fork, folder: string): Promise<Result<null>> {
    const hadPlayback = this.#playback !== null;
    const recording = hadPlayback
      ? ok(null)
      : await this.useRecording(join(folder, 'recording.wav'));
    if (!recording.ok) return recording;
    const server = await startDemoServer(fork, folder);
    if (server.ok) this.#demo = server.value;
    else if (!hadPlayback) this.#playback = null;
    return server.ok ? ok(null) : server;
  }

  /** Returns to the microphone and the service. */
  useDevice(): void {
    this.#demo?.stop();
    this.#demo = null;
    this.#playback = null;
    this.#isRetranscribing = false;
  }
}
