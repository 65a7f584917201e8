import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wavefile from 'wavefile';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { patient } from '../../test/support/patient.ts';

/* The real capture process, started by a parent that the test kills as main might be killed. */
let sound: VirtualSound;
let folder: string;
let recording: string;
let parent: ChildProcess;
let capturePid = 0;

const here = import.meta.dirname;
beforeAll(async () => {
  sound = await startSound();
});
afterAll(() => sound.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-orphan-'));
  recording = join(folder, 'recording.wav');
});
afterEach(async () => {
  parent.kill('SIGKILL');
  if (existsSync(`/proc/${capturePid}`)) process.kill(capturePid, 'SIGKILL');
  await sound.resume();
  rmSync(folder, { recursive: true });
});

/** Starts a parent that runs the script, which prints the id of the capture process it starts. */
async function startBelowParent(script: string): Promise<void> {
  parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...sound.env, RECORDING: recording },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  capturePid = await new Promise<number>((resolve) => {
    parent.stdout?.once('data', (data: Buffer) => resolve(Number(data)));
  });
  await vi.waitFor(() => expect(statSync(recording).size).toBeGreaterThan(6_400), patient);
}

const isGone = (): Promise<void> =>
  vi.waitFor(() => expect(existsSync(`/proc/${capturePid}`)).toBe(false), patient);

const forked = `
  import { fork } from 'node:child_process';
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
  const options = { stdio, serialization: 'advanced', execArgv: [] };
  const child = fork('${here}/index.ts', options);
  child.on('message', () => undefined);
  child.send({ type: 'open', microphone: null, startSample: 0 });
  child.send({ type: 'record', path: process.env.RECORDING, startSample: 0 });
  console.log(child.pid);
`;

const withoutDisconnect = `
  import { spawn } from 'node:child_process';
  const args = ['--import', '${here}/electron-port.fixture.ts', '${here}/index.ts'];
  console.log(spawn(process.execPath, args, { stdio: 'ignore' }).pid);
`;

test('ends when its parent is killed, and leaves a readable recording', async () => {
  await startBelowParent(forked);
  parent.kill('SIGKILL');
  await isGone();
  const kept = new wavefile.WaveFile(readFileSync(recording));
  expect(kept.getSamples(true).length).toBeGreaterThan(3_100);
});

test('ends when its parent is killed while the microphone delivers nothing', async () => {
  await startBelowParent(forked);
  await sound.suspend();
  let before = -1;
  await vi.waitFor(
    () => {
      const size = statSync(recording).size;
      const hasGrown = size !== before;
      before = size;
      expect(hasGrown).toBe(false);
    },
    { ...patient, interval: 300 },
  );
  parent.kill('SIGKILL');
  await isGone();
});

test('ends when its parent is killed and the port has no disconnect event', async () => {
  await startBelowParent(withoutDisconnect);
  parent.kill('SIGKILL');
  await isGone();
});
