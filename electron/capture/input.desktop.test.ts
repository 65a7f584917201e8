import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as naudiodon from 'naudiodon';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { defaultDeviceId } from './devices.ts';
import { openInput } from './input.ts';

/*
 * An ALSA device of 48 kHz without a rate converter, so PortAudio refuses to open it at 16 kHz. It
 * opens at its own rate but delivers no sound; capture.desktop.test.ts shows the sound of such a
 * microphone.
 */
const alsaConfig = `
pcm.!default { type plug slave { pcm { type pulse } rate 48000 } rate_converter "missing" }
`;

let sound: VirtualSound;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-input-'));
  const config = join(folder, 'alsa.conf');
  writeFileSync(config, alsaConfig);
  sound = await startSound({ sampleRateHz: 48_000 });
  for (const [name, value] of Object.entries(sound.env)) vi.stubEnv(name, value);
  vi.stubEnv('ALSA_CONFIG_PATH', config);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sound.stop();
  rmSync(folder, { recursive: true });
});

test('a device that PortAudio refuses to open at 16 kHz is opened at its own rate', async () => {
  const inOptions = { deviceId: defaultDeviceId, channelCount: 1, sampleFormat: 16 } as const;
  expect(() => naudiodon.AudioIO({ inOptions: { ...inOptions, sampleRate: 16_000 } })).toThrow(
    /^Format not supported/,
  );
  const { stream, resampler } = await openInput(naudiodon, defaultDeviceId);
  expect(resampler?.resample(Buffer.alloc(2 * 48_000)).byteLength).toBeGreaterThan(2 * 15_800);
  resampler?.destroy();
  await new Promise<void>((resolve) => stream.quit(resolve));
});
