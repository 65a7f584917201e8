import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { SoundServerWatch } from './sound-server.ts';
import { patient } from '../../../test/support/patient.ts';
import { mainTuning } from '../time/tuning.ts';

/* A real PulseAudio. The tests plug microphones in and out. */
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

/** The number of programs that are connected to the sound server, including the one that asks. */
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

test('plugging a microphone in is one change, and unplugging it is another', async () => {
  await startWatching();
  const unplug = await sound.plug('Headset');
  await vi.waitFor(() => expect(changes).toBe(1), patient);
  await unplug();
  await vi.waitFor(() => expect(changes).toBe(2), patient);
});

test('recording and pausing are no changes', async () => {
  await startWatching();
  const recorder = spawn('parec', ['--device=microphone'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => recorder.stdout.once('data', resolve));
  await sound.suspend();
  await sound.resume();
  await sleep(2 * mainTuning.microphonesSettleMs);
  recorder.kill();
  await sleep(2 * mainTuning.microphonesSettleMs);
  expect(changes).toBe(0);
});

test('the watch leaves no process when it stops', async () => {
  await startWatching();
  watch.stop();
  await isAlone();
});

test('the watch leaves no process when its owner is killed', async () => {
  const script = `
    import { SoundServerWatch } from '${import.meta.dirname}/sound-server.ts';
    new SoundServerWatch(() => undefined).start();
  `;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await isWatched();
  owner.kill('SIGKILL');
  await isAlone();
});
