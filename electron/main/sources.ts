import { join } from 'node:path';
import { failed, ok, type Result } from '#shared/result.ts';
import { readWavFile } from './audio/wav-file.ts';
import { WavMicrophone } from './audio/wav-microphone.ts';
import type { Microphone } from './audio/microphone.ts';
import type { Fork } from './child.ts';
import { startDemoServer, type DemoServer } from './demo/demo-server-client.ts';
import type { Account } from './listening/listener.ts';

const noKey = failed(
  'no-key',
  'There is no API key yet. Open CaptionKey and paste yours, or try the demo recording.',
);

/**
 * What is listened to and who transcribes it: microphone and service, or a recording and the
 * demo server in their places.
 */
export class Sources {
  readonly #device: Microphone;
  readonly #service: () => { baseUrl: string; key: string | null };
  #recording: Uint8Array | null = null;
  #demo: DemoServer | null = null;

  constructor(device: Microphone, service: () => { baseUrl: string; key: string | null }) {
    this.#device = device;
    this.#service = service;
  }

  get isDemo(): boolean {
    return this.#demo !== null;
  }

  /** Nobody speaks: what is heard is a file. */
  get isRecording(): boolean {
    return this.#recording !== null;
  }

  get microphone(): Microphone {
    return this.#recording === null ? this.#device : new WavMicrophone(this.#recording);
  }

  /** Where a session may begin now, or why none can. */
  get account(): Result<Account> {
    if (this.#demo !== null) return ok(this.#demo.account);
    const { baseUrl, key } = this.#service();
    return key === null ? noKey : ok({ baseUrl, key });
  }

  /** Puts a recording in the place of the microphone. */
  async useRecording(file: string): Promise<Result<null>> {
    const pcm = await readWavFile(file);
    if (!pcm.ok) return pcm;
    this.#recording = pcm.value;
    return ok(null);
  }

  /** Puts the demo server, and the bundled recording unless there is one, in their places. */
  async useDemo(fork: Fork, folder: string): Promise<Result<null>> {
    if (this.#demo !== null) return ok(null);
    if (this.#recording === null) {
      const recording = await this.useRecording(join(folder, 'recording.wav'));
      if (!recording.ok) return recording;
    }
    const server = await startDemoServer(fork, folder);
    if (!server.ok) return server;
    this.#demo = server.value;
    return ok(null);
  }

  /** Back to microphone and service. */
  useDevice(): void {
    this.#demo?.stop();
    this.#demo = null;
    this.#recording = null;
  }
}
