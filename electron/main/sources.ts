import { join } from 'node:path';
import type { WireParameters } from '#core/streaming/parameters/wire.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { readWavFile } from './audio/wav-file.ts';
import { WavMicrophone } from './audio/wav-microphone.ts';
import type { Microphone } from './audio/microphone.ts';
import type { Fork } from './child.ts';
import { startDemoServer, type DemoServer } from './demo/demo-server-client.ts';
import type { Account } from './listening/account.ts';

const noKey = failed(
  'no-key',
  'There is no API key yet. Open CaptionKey and paste yours, or try the demo recording.',
);

/** The service as it is set up now. */
interface Service {
  baseUrl: string;
  key: string | null;
  /** Resolves once a stored key is read; null where nothing is being read. */
  readingKey: Promise<void> | null;
  parameters: Result<WireParameters>;
  /** While only a dictation runs. */
  dictating: Result<WireParameters>;
}

/**
 * What is listened to and who transcribes it: microphone and service, or a recording and the
 * demo server in their places.
 */
export class Sources {
  readonly #device: Microphone;
  readonly #service: () => Service;
  /** Makes what is heard in the place of the device. */
  #stand: (() => Microphone) | null = null;
  #isRehearing = false;
  #demo: DemoServer | null = null;
  #isStartingDemo = false;

  constructor(device: Microphone, service: () => Service) {
    this.#device = device;
    this.#service = service;
  }

  get isDemo(): boolean {
    return this.#demo !== null;
  }

  /** A recording is in the place of the device. */
  get hasStandIn(): boolean {
    return this.#stand !== null;
  }

  /** Sound of earlier speech is being made text: nobody can speak meanwhile. */
  get isRehearing(): boolean {
    return this.#isRehearing;
  }

  get microphone(): Microphone {
    return this.#stand === null ? this.#device : this.#stand();
  }

  /** Where a session may begin now, or why none can. */
  get account(): Result<Account> {
    if (this.#demo !== null) return ok(this.#demo.account);
    const { baseUrl, key, readingKey, parameters, dictating } = this.#service();
    if (key === null && readingKey === null) return noKey;
    if (!parameters.ok) return parameters;
    if (!dictating.ok) return dictating;
    const known = readingKey === null && key !== null ? key : this.#keyOnceRead(readingKey);
    return ok({ baseUrl, key: known, parameters: parameters.value, dictating: dictating.value });
  }

  async #keyOnceRead(readingKey: Promise<void> | null): Promise<Result<string>> {
    await readingKey;
    const { key } = this.#service();
    return key === null ? noKey : ok(key);
  }

  /** Puts a recording in the place of the microphone. */
  async useRecording(file: string): Promise<Result<null>> {
    const pcm = await readWavFile(file);
    if (!pcm.ok) return pcm;
    this.#stand = () => new WavMicrophone(pcm.value);
    return ok(null);
  }

  /** Puts this in the place of the microphone; it is heard once. */
  useMicrophone(microphone: Microphone): void {
    this.#stand = () => microphone;
    this.#isRehearing = true;
  }

  /**
   * Puts the demo server and, unless there is a recording already, the bundled one in their
   * places; both or neither, so that the recording never goes to the service.
   */
  async useDemo(fork: Fork, folder: string): Promise<Result<null>> {
    if (this.#isStartingDemo) return failed('busy', 'The demo is starting already.');
    this.#isStartingDemo = true;
    try {
      return await this.#startDemo(fork, folder);
    } finally {
      this.#isStartingDemo = false;
    }
  }

  async #startDemo(fork: Fork, folder: string): Promise<Result<null>> {
    const hadStand = this.#stand !== null;
    const recording = hadStand ? ok(null) : await this.useRecording(join(folder, 'recording.wav'));
    if (!recording.ok) return recording;
    const server = await startDemoServer(fork, folder);
    if (server.ok) this.#demo = server.value;
    else if (!hadStand) this.#stand = null;
    return server.ok ? ok(null) : server;
  }

  /** Back to microphone and service. */
  useDevice(): void {
    this.#demo?.stop();
    this.#demo = null;
    this.#stand = null;
    this.#isRehearing = false;
  }
}
