import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import type { PresentMicrophone, MicrophoneRef } from '#shared/microphone.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { patient } from '../../../test/support/patient.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import { MonitorDevice } from './monitor-device.ts';
import { listMicrophones } from './list-microphones.ts';
import type { MicrophoneEvent } from './microphone.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';

export const refTo = (id: string, name = id): MicrophoneRef => ({
  id,
  name,
  hostApi: 'PulseAudio',
});

/** A real PulseAudio, and a microphone of the app that captures one of its sources. */
export class SourcesDesk {
  readonly sound: VirtualSound;
  readonly folder = mkdtempSync(join(tmpdir(), 'captionkey-sources-'));
  /** The environment of the capture process. */
  readonly env: Record<string, string>;
  readonly events: MicrophoneEvent[] = [];
  #capture: CaptureClient | null = null;
  #microphone: ResilientMicrophone | null = null;

  private constructor(sound: VirtualSound) {
    this.sound = sound;
    this.env = { ...sound.env };
  }

  static async start(): Promise<SourcesDesk> {
    return new SourcesDesk(await startSound());
  }

  async stop(): Promise<void> {
    this.#capture?.dispose();
    await this.sound.stop();
    rmSync(this.folder, { recursive: true });
  }

  get microphone(): ResilientMicrophone {
    if (this.#microphone === null) throw new Error('No microphone has been prepared.');
    return this.#microphone;
  }

  /** A microphone that is not open yet. */
  prepare(wanted: MicrophoneRef | null, source: SoundSource = 'microphone'): void {
    this.#capture = new CaptureClient(
      forkWith(this.env),
      join(this.folder, 'recordings'),
      source === 'computer' ? new MonitorDevice() : new MicrophoneDevice(() => wanted),
    );
    this.#microphone = new ResilientMicrophone(this.#capture);
  }

  hear(): void {
    this.microphone.open(0, (event) => this.events.push(event));
  }

  /** Opens the chosen microphone; null is the system's default. */
  open(wanted: MicrophoneRef | null): void {
    this.prepare(wanted);
    this.hear();
  }

  pactl(...args: string[]): string {
    const env = { ...process.env, ...this.sound.env };
    return execFileSync('pactl', args, { env, encoding: 'utf8' });
  }

  async list(): Promise<PresentMicrophone[]> {
    const listed = await listMicrophones(forkWith(this.env));
    if (!listed.ok) throw new Error(sentenceOf(listed.problem));
    return listed.value;
  }

  /** What the app does when the sound server reports a change. */
  async follow(): Promise<void> {
    this.microphone.follow(await this.list());
  }

  recordsFrom(...sources: string[]): Promise<void> {
    return vi.waitFor(
      async () => expect(await this.sound.recordedSources()).toEqual(sources),
      patient,
    );
  }

  get chunks(): number {
    return this.events.filter(({ type }) => type === 'chunk').length;
  }

  heardMore(): Promise<void> {
    const before = this.chunks;
    return vi.waitFor(() => expect(this.chunks).toBeGreaterThan(before + 2), patient);
  }

  /** The codes of the reported problems. */
  get allCodes(): string[] {
    return this.events.flatMap((event) =>
      event.type === 'warned' && event.problem !== null ? [event.problem.code] : [],
    );
  }

  /** The same without the silence of the virtual microphone. */
  get codes(): string[] {
    return this.allCodes.filter((code) => code !== 'no-sound');
  }

  /** The server knows before main does. */
  reports(...expected: string[]): Promise<void> {
    return vi.waitFor(() => expect(this.codes).toEqual(expected), patient);
  }
}
