import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cutClip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { wordsShown } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* Microphones that are plugged in and out while the app runs. */
let desk: Desk;
let folder: string;

const headset = { name: 'Headset', hostApi: 'PulseAudio' };

beforeAll(async () => {
  desk = await startDesk();
  folder = mkdtempSync(join(tmpdir(), 'captionkey-clips-'));
});
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

const shows = (captions: Page, text: string): Promise<void> =>
  vi.waitFor(async () => expect(await wordsShown(captions)).toContain(text), patient);

test('the default is heard while the chosen microphone is unplugged, and the chosen one afterwards', async () => {
  onTestFinished(() => desk.stopApps());
  const unplug = await desk.sound.plug(headset.name);
  const files = { 'settings.json': JSON.stringify({ microphone: headset }) };
  const app = await desk.launch({ args: ['--captions'], files });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  const before = cutClip(folder, 0);
  const without = cutClip(folder, 1);
  const again = cutClip(folder, 3);
  await desk.say(before.path);
  await shows(captions, before.text);

  await unplug();
  await captions
    .getByText(/were not heard.*Headset isn't connected, so the default microphone is used\./)
    .waitFor();
  await desk.say(without.path);
  await shows(captions, without.text);

  const unplugAgain = await desk.sound.plug(headset.name);
  await captions.getByText(/The microphone is back\. \d+\.\d s were not heard/).waitFor();
  await desk.say(again.path);
  await shows(captions, again.text);
  await shows(captions, before.text);
  await unplugAgain();
});

describe('of the panel', () => {
  let panel: Page;

  afterAll(() => desk.stopApps());

  test('equal names and names in any script are listed, and the chosen microphone records', async () => {
    const unplugs = [
      await desk.sound.plug('USB Microphone', 'usb.a'),
      await desk.sound.plug('USB Microphone', 'usb.b'),
      await desk.sound.plug('内置麦克风', 'internal'),
      await desk.sound.plug('Áudio interno Estéreo', 'interno'),
    ];
    const app = await desk.launch();
    panel = await app.page('CaptionKey');
    await panel.getByLabel('AssemblyAI API key').waitFor();
    const list = panel.getByRole('combobox', { name: 'Microphone to use' });
    await panel
      .getByRole('option', { name: 'Áudio interno Estéreo' })
      .waitFor({ state: 'attached' });
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

  test('the list in the panel follows the microphones', async () => {
    const listed = (name: string): Locator => panel.getByRole('option', { name, exact: true });
    await listed('Virtual_microphone').waitFor({ state: 'attached' });
    const unplugWebcam = await desk.sound.plug('Webcam');
    await listed('Webcam').waitFor({ state: 'attached' });
    await unplugWebcam();
    await listed('Webcam').waitFor({ state: 'detached' });
  });
});
