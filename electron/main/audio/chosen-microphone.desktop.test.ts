import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { between } from '../../../test/support/recording.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import { openMicrophone, writePlayable } from './capturing.fixture.ts';
import { listMicrophones } from './list-microphones.ts';
import type { MicrophoneEvent } from './microphone.ts';

/* The real capture process, at a sound server with two microphones. */
let sound: VirtualSound;
let folder: string;
let client: CaptureClient | null;

const pactl = (...args: string[]): string =>
  execFileSync('pactl', args, { env: { ...process.env, ...sound.env }, encoding: 'utf8' });

beforeAll(async () => {
  sound = await startSound();
  const format = ['format=s16le', 'channels=1', 'rate=16000'];
  pactl('load-module', 'module-null-sink', 'sink_name=other', 'norewinds=1', ...format);
  pactl(
    'load-module',
    'module-remap-source',
    ...['source_name=headset', 'master=other.monitor', ...format],
    'source_properties=device.description=Headset',
  );
});
afterAll(() => sound.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-capture-'));
  client = null;
});
afterEach(() => {
  client?.dispose();
  rmSync(folder, { recursive: true });
});

const isMissing = ({ problem }: { problem: { code: string } | null }): boolean =>
  problem?.code === 'microphone-missing';

/** Chooses a microphone, plays to the default one, and returns what was heard. */
async function hears(name: string): Promise<{ isSilent: boolean; news: MicrophoneEvent[] }> {
  client?.dispose();
  const wanted = { name, hostApi: 'PulseAudio' };
  client = new CaptureClient(
    forkWith(sound.env),
    join(folder, 'recordings'),
    new MicrophoneDevice(() => wanted),
  );
  const microphone = openMicrophone(client, 0);
  await microphone.heard(5);
  await sound.play(writePlayable(folder, between(400, 1_000)));
  return {
    isSilent: microphone.samples().every((sample) => sample === 0),
    // Late sound causes a warning of exact silence, and its end.
    news: microphone.news().filter((event) => event.type !== 'warned' || isMissing(event)),
  };
}

test('both microphones are listed by their own names, one is the default, and outputs are marked', async () => {
  const listed = await listMicrophones(forkWith(sound.env));
  expect(listed).toMatchObject({
    ok: true,
    value: [
      { id: 'speaker.monitor', isMonitor: true },
      { name: 'Virtual_microphone', hostApi: 'PulseAudio', isDefault: true },
      { id: 'other.monitor', isMonitor: true },
      { id: 'headset', name: 'Headset', hostApi: 'PulseAudio', isDefault: false },
    ],
  });
});

test('the chosen microphone is heard, and not the other', async () => {
  expect(await hears('Virtual_microphone')).toEqual({ isSilent: false, news: [] });
  expect(await hears('Headset')).toMatchObject({ isSilent: true });
});

test('a missing microphone is reported, and the default is heard instead', async () => {
  const { isSilent, news } = await hears('Unplugged');
  expect(isSilent).toBe(false);
  expect(news).toMatchObject([{ type: 'warned', problem: { code: 'microphone-missing' } }]);
});
