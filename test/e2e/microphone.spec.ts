import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* Microphones that are plugged in and out while the app runs. */
let desk: Desk;

const headset = { name: 'Headset', hostApi: 'PulseAudio' };

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

const launch = (args: string[] = []): Promise<App> =>
  desk.launch({ args, files: { 'settings.json': JSON.stringify({ microphone: headset }) } });

const shows = (captions: Page, text: string | undefined): Promise<void> =>
  vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain(text),
    patient,
  );

test('the default is heard while the chosen microphone is unplugged, and the chosen one afterwards', async () => {
  const unplug = await desk.sound.plug(headset.name);
  const app = await launch(['--captions']);
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  const playing = desk.sound.play(recordingPath);
  await shows(captions, sentences[0]);

  await unplug();
  await captions
    .getByText(/were not heard.*Headset isn't connected, so the default microphone is used\./)
    .waitFor();
  await shows(captions, sentences[0]);

  const unplugAgain = await desk.sound.plug(headset.name);
  await captions.getByText(/The microphone is back\. \d+\.\d s were not heard/).waitFor();
  await playing;
  await desk.sound.play(recordingPath);
  await shows(captions, sentences.at(-1));
  await shows(captions, sentences[0]);
  await unplugAgain();
});

test('the list in the panel follows the microphones', async () => {
  const app = await launch();
  const panel = await app.page('CaptionKey');
  const listed = (name: string): Locator => panel.getByRole('option', { name, exact: true });
  await listed('Virtual_microphone').waitFor({ state: 'attached' });
  const unplugWebcam = await desk.sound.plug('Webcam');
  await listed('Webcam').waitFor({ state: 'attached' });
  await unplugWebcam();
  await listed('Webcam').waitFor({ state: 'detached' });
});

test('equal names and names in any script are listed, and the chosen microphone records', async () => {
  const unplugs = [
    await desk.sound.plug('USB Microphone', 'usb.a'),
    await desk.sound.plug('USB Microphone', 'usb.b'),
    await desk.sound.plug('内置麦克风', 'internal'),
    await desk.sound.plug('Áudio interno Estéreo', 'interno'),
  ];
  const app = await desk.launch();
  const panel = await app.page('CaptionKey');
  await panel.getByLabel('AssemblyAI API key').waitFor();
  const list = panel.getByRole('combobox', { name: 'Microphone to use' });
  await panel.getByRole('option', { name: 'Áudio interno Estéreo' }).waitFor({ state: 'attached' });
  expect(await list.getByRole('option').allInnerTexts()).toEqual([
    'System default (Virtual_microphone)',
    ...['Virtual_microphone', 'USB Microphone', 'USB Microphone (2)'],
    ...['内置麦克风', 'Áudio interno Estéreo'],
  ]);
  const toggle = panel.getByRole('button', { name: 'Test microphone' });
  for (const [label, source] of [
    ['USB Microphone (2)', 'usb.b'],
    ['USB Microphone', 'usb.a'],
    ['内置麦克风', 'internal'],
    ['Áudio interno Estéreo', 'interno'],
  ] as const) {
    await list.selectOption({ label });
    await toggle.click();
    await vi.waitFor(
      async () => expect(await desk.sound.recordedSources()).toEqual([source]),
      patient,
    );
    await toggle.click();
    await vi.waitFor(async () => expect(await desk.sound.recordedSources()).toEqual([]), patient);
  }
  for (const unplug of unplugs) await unplug();
});
