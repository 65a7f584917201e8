import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import type { App, LaunchOptions } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { startFaultyProxy } from '../support/faults-proxy.ts';
import { patient } from '../support/patient.ts';
import { openPage } from '../support/pages.ts';

/* A failure during a dictation is reported once, and no heard word is lost. */
let desk: Desk;
let folder: string;
let app: App;
let pill: Page;
let target: TextTarget;
let sentence: Clip;
let word: Clip;

const headset = { name: 'Headset', hostApi: 'PulseAudio' };

beforeAll(async () => {
  desk = await startDesk();
  folder = mkdtempSync(join(tmpdir(), 'captionkey-clips-'));
  sentence = cutClip(folder, 3);
  word = cutClip(folder, 1, 9);
});
afterEach(async () => {
  await target.stop();
  await desk.stopApps();
});
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

async function open(options: LaunchOptions): Promise<void> {
  app = await desk.launch({ args: ['--stop'], ...options });
  pill = await app.page('CaptionKey dictation');
  await app.hears();
  target = await startProgram(desk.display, 'gtk_entry');
}

const hasText = (text: string): Promise<void> =>
  vi.waitFor(async () => expect(await target.text()).toBe(text), patient);

test('a refused key is one sentence, and the recording becomes text later', async () => {
  const proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'message', type: 'Turn', do: 'error', code: 1008, error: 'Not authorized' },
  ]);
  await open({ args: [], env: { CAPTIONKEY_STREAMING_URL: proxy.url } });
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.sound.play(word.path);
  await pill.getByRole('alert').waitFor();
  await held.release();
  expect(await pill.getByRole('alert').count()).toBe(1);
  expect(await pill.getByRole('alert').innerText()).toMatch(/rejected that key/);
  await pill.getByText(/Couldn't transcribe that\. The recording is saved/).waitFor();
  expect(await target.text()).toBe('');

  const panel = await app.page('CaptionKey');
  await openPage(panel, 'history');
  const item = panel.getByRole('region', { name: 'History' }).getByRole('listitem');
  await item.getByText('Not transcribed').waitFor();
  await item.getByRole('button', { name: 'Transcribe again' }).click();
  await item.getByText(word.text).waitFor();
  expect(await item.count()).toBe(1);
  await proxy.close();
});

test('speech before and after a microphone is unplugged is inserted', async () => {
  const unplug = await desk.sound.plug(headset.name);
  await open({ files: { 'settings.json': JSON.stringify({ microphone: headset }) } });
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(word.path);
  await unplug();
  await pill.getByText(/were not heard.*Headset isn't connected/).waitFor();
  await desk.say(sentence.path);
  await held.release();
  await hasText(`${word.text} ${sentence.text}`);
});

test('sleep ends the dictation and inserts its text, and nothing listens after waking', async () => {
  await open({});
  await pressKeys(desk.display, 'ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(sentence.path);
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await hasText(sentence.text);
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await pill.getByRole('status').waitFor({ state: 'detached' });
  await pressKeys(desk.display, 'ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
});
