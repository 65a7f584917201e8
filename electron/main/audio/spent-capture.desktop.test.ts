import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { captureProcesses, forkWith } from '../../../test/support/fork.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import type { Fork } from '../processes/child.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import type { MicrophoneEvent } from './microphone.ts';
import { patient } from '../../../test/support/patient.ts';

/*
 * The real capture process, in a state that the bundled process reports as spent: from its sources,
 * PortAudio cannot open a device that refuses 16 kHz. capture.desktop.test.ts shows that report.
 */
const closed = v.object({ type: v.literal('closed') });
const spend = (message: unknown): unknown =>
  v.is(closed, message) ? { ...message, isSpent: true } : message;

let sound: VirtualSound;
let folder: string;
let client: CaptureClient;

beforeAll(async () => {
  sound = await startSound();
  folder = mkdtempSync(join(tmpdir(), 'captionkey-spent-'));
  const fork: Fork = (entry) => {
    const child = forkWith(sound.env)(entry);
    return { ...child, onMessage: (hear) => child.onMessage((message) => hear(spend(message))) };
  };
  client = new CaptureClient(fork, folder, new MicrophoneDevice(() => null));
});
afterAll(async () => {
  client.dispose();
  await sound.stop();
  rmSync(folder, { recursive: true });
});

/** Opens the microphone; resolves once it is heard. */
async function hear(): Promise<MicrophoneEvent['type'][]> {
  const types: MicrophoneEvent['type'][] = [];
  client.open(0, ({ type }) => types.push(type));
  await vi.waitFor(() => expect(types).toContain('chunk'), patient);
  return types;
}

test('a spent capture process is replaced when the microphone closes', async () => {
  const types = await hear();
  const [spent] = captureProcesses();
  client.close();
  await vi.waitFor(() => expect(types.at(-1)).toBe('closed'), patient);
  expect(captureProcesses().filter((pid) => pid !== spent)).toHaveLength(1);
  await vi.waitFor(() => expect(captureProcesses()).not.toContain(spent), patient);
  expect(await hear()).not.toContain('failed');
});
