import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import { SourcesDesk } from './sources-desk.fixture.ts';

/* The sound of the computer: the monitor of a real PulseAudio's default output. */
let desk: SourcesDesk;

beforeEach(async () => {
  desk = await SourcesDesk.start();
});
afterEach(() => desk.stop());

/** Opens the monitor of the default output. */
function openComputer(): void {
  desk.prepare(null, 'computer');
  desk.hear();
}
/** What the app does when the sound server reports a change. */
const followOutput = async (): Promise<void> =>
  desk.microphone.follow((await desk.list()).filter(({ isOfDefaultOutput }) => isOfDefaultOutput));
/** Adds an output without `norewinds`, as real ones are; returns its module. */
const addOutput = (name: string): string =>
  desk.pactl('load-module', 'module-null-sink', `sink_name=${name}`).trim();

test('the computer’s sound is that of the default output, also before the sources were listed', async () => {
  openComputer();
  await desk.recordsFrom('speaker.monitor');
  await desk.heardMore();
  await followOutput();
  await desk.heardMore();
  await desk.recordsFrom('speaker.monitor');
  expect(desk.codes).toEqual([]);
});

test('the computer’s sound follows the default output', async () => {
  openComputer();
  await desk.heardMore();
  await followOutput();
  const added = addOutput('screen');
  desk.pactl('set-default-sink', 'screen');
  await followOutput();
  await desk.recordsFrom('screen.monitor');
  await desk.heardMore();
  desk.pactl('set-default-sink', 'speaker');
  desk.pactl('unload-module', added);
  await followOutput();
  await desk.recordsFrom('speaker.monitor');
  await desk.heardMore();
});

test('the computer’s sound is not that of the microphone if there is no output', async () => {
  openComputer();
  await desk.heardMore();
  await followOutput();
  desk.microphone.follow([]);
  await desk.recordsFrom();
  await desk.reports('microphone-away');
  await followOutput();
  await desk.recordsFrom('speaker.monitor');
});

test('the computer’s sound is not opened without pactl, which names the monitor', async () => {
  desk.env.PATH = '/nonexistent';
  openComputer();
  await vi.waitFor(
    () =>
      expect(desk.events).toMatchObject([
        { type: 'failed', problem: { code: 'no-computer-sound' } },
      ]),
    patient,
  );
  expect(await desk.sound.recordedSources()).toEqual([]);
});

test('the computer’s sound may be silence, which is no problem', async () => {
  addOutput('screen');
  desk.pactl('set-default-sink', 'screen');
  openComputer();
  await vi.waitFor(() => expect(desk.chunks).toBeGreaterThan(60), patient);
  expect(desk.allCodes).toEqual([]);
});
