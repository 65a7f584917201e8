import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { SoundServerWatch } from './sound-server.ts';
import { patient } from '../../../test/support/patient.ts';

/* A real PulseAudio, where microphones are plugged in and out. */
let sound: VirtualSound;
let watch: SoundServerWatch;
let changes = 0;

beforeAll(async () => {
  sound = await startSound();
  for (const [name, value] of Object.entries(sound.env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sound.stop();
});
afterEach(async () => {
  watch.stop();
  await isAlone();
});

/** How many programs are connected to the sound server, the one that asks among them. */
const clients = (): number =>
  execFileSync('pactl', ['list', 'short', 'clients'], { encoding: 'utf8' }).trim().split('\n')
    .length;

const isWatched = (): Promise<void> =>
  vi.waitFor(() => expect(clients()).toBeGreaterThan(1), patient);

const isAlone = (): Promise<void> => vi.waitFor(() => expect(clients()).toBe(1), patient);

async function startWatching(): Promise<void> {
  changes = 0;
  watch = new SoundServerWatch(() => changes++);
  watch.start();
  await isWatched();
}

test('a microphone that is plugged in and one that is unplugged are a change each', async () => {
  await startWatching();
  const unplug = await sound.plug('Headset');
  await vi.waitFor(() => expect(changes).toBe(1), patient);
  await unplug();
  await vi.waitFor(() => expect(changes).toBe(2), patient);
});

test('recording and pausing are none', async () => {
  await startWatching();
  const recorder = spawn('parec', ['--device=microphone'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => recorder.stdout.once('data', resolve));
  await sound.suspend();
  await sound.resume();
  await sleep(2 * tuning.microphonesSettleMs);
  recorder.kill();
  await sleep(2 * tuning.microphonesSettleMs);
  expect(changes).toBe(0);
});

test('stopped, it leaves nothing behind', async () => {
  await startWatching();
  watch.stop();
  await isAlone();
});

test('nor does it when its owner is killed', async () => {
  const script = `
    import { SoundServerWatch } from '${import.meta.dirname}/sound-server.ts';
    new SoundServerWatch(() => undefined).start();
  `;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await isWatched();
  owner.kill('SIGKILL');
  await isAlone();
});
