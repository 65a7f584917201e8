import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startDesk, type Desk } from '../support/desk.ts';
import { crash, recordingsIn, storedTexts } from '../support/crash.ts';
import { startFaultyProxy } from '../support/faults-proxy.ts';
import { openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { sentences, writeSentence } from '../support/recording.ts';

/*
 * Captions of what other programs play. The desk has a microphone, which is silent unless a test says
 * something, and outputs of their own, on which programs play.
 */
let desk: Desk;
let folder: string;
let clips: string[];

const run = promisify(execFile);
const pactl = async (...command: string[]): Promise<string> =>
  (await run('pactl', command, { env: { ...process.env, ...desk.sound.env } })).stdout.trim();

/** Adds an output that programs can play on; returns what removes it. */
async function addOutput(name: string): Promise<() => Promise<void>> {
  const format = ['format=s16le', 'channels=1', 'rate=16000'];
  const index = await pactl('load-module', 'module-null-sink', `sink_name=${name}`, ...format);
  return async () => {
    await pactl('unload-module', index);
  };
}

/** Another program plays a file on the default output. */
async function playElsewhere(file: string): Promise<void> {
  await run('paplay', [file], { env: { ...process.env, ...desk.sound.env } });
}

const settingsWith = (captionsSource: string) => ({
  'settings.json': JSON.stringify({ captionsSource, recordingRetention: 'forever' }),
});

const recordsFrom = (...sources: string[]): Promise<void> =>
  vi.waitFor(
    async () => expect((await desk.sound.recordedSources()).toSorted()).toEqual(sources),
    patient,
  );

const shows = (captions: Page, text: string | undefined): Promise<void> =>
  vi.waitFor(
    async () => expect(await captions.getByRole('log').innerText()).toContain(text),
    patient,
  );

beforeAll(async () => {
  desk = await startDesk();
  folder = await mkdtemp(join(tmpdir(), 'captionkey-clips-'));
  clips = [0, 1, 2].map((index) => writeSentence(index, join(folder, `${index}.wav`)));
});
let removeOutput: () => Promise<void>;
beforeEach(async () => {
  removeOutput = await addOutput('screen');
  await pactl('set-default-sink', 'screen');
});
afterEach(async () => {
  await desk.stopApps();
  await removeOutput();
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true });
});

test('captions have the words that another program plays, while the microphone is silent', async () => {
  const sessionsBefore = desk.service.sessions.length;
  const app = await desk.launch({ args: ['--captions'], files: settingsWith('computer') });
  const captions = await app.page('CaptionKey captions');
  await recordsFrom('screen.monitor');
  await captions.getByText('Listening').waitFor();
  await playElsewhere(clips[0] ?? '');
  await shows(captions, sentences[0]);
  await captions.getByRole('img', { name: 'Computer sound' }).first().waitFor();
  expect(desk.service.sessions.length - sessionsBefore).toBe(1);
  // Its sound was on the disk before it was sent.
  const files = await readdir(join(app.userData, 'recordings'));
  expect(files).toEqual([expect.stringMatching(/-computer\.wav$/)]);
});

test('captions of both are one conversation in two sessions, and are stored by their source', async () => {
  const sessionsBefore = desk.service.sessions.length;
  const app = await desk.launch({ args: ['--captions'], files: settingsWith('both') });
  const captions = await app.page('CaptionKey captions');
  await recordsFrom('microphone', 'screen.monitor');
  await captions.getByText('Listening').waitFor();
  await desk.sound.play(clips[0] ?? '');
  await shows(captions, sentences[0]);
  await playElsewhere(clips[1] ?? '');
  await shows(captions, sentences[1]);
  await desk.sound.play(clips[2] ?? '');
  await shows(captions, sentences[2]);
  expect(desk.service.sessions.length - sessionsBefore).toBe(2);
  // Only what the computer plays is marked.
  const marked = await captions.locator('[role=log] p:has([role=img])').allInnerTexts();
  expect(marked.map((text) => text.trim())).toEqual([sentences[1]]);

  await captions.evaluate("window.captionkey.request('listening:do', 'stop')");
  const clipboard = () => app.electron.evaluate(({ clipboard: system }) => system.readText());
  await vi.waitFor(
    async () => expect(await clipboard()).toBe(sentences.slice(0, 3).join('\n')),
    patient,
  );
  const database = new DatabaseSync(join(app.userData, 'captionkey.db'), { readOnly: true });
  const stored = database.prepare(
    'SELECT source, text FROM captions JOIN turns ON captions_id = captions.id ORDER BY turns.id',
  );
  expect(stored.all().map(({ source, text }) => [source, text])).toEqual([
    ['microphone', sentences[0]],
    ['computer', sentences[1]],
    ['microphone', sentences[2]],
  ]);
  database.close();
});

test('captions follow the default output, and never hear the microphone instead', async () => {
  const app = await desk.launch({ args: ['--captions'], files: settingsWith('computer') });
  const captions = await app.page('CaptionKey captions');
  await recordsFrom('screen.monitor');
  const removeHeadset = await addOutput('headset');
  await pactl('set-default-sink', 'headset');
  await recordsFrom('headset.monitor');
  await playElsewhere(clips[0] ?? '');
  await shows(captions, sentences[0]);
  // Its output goes, and the server chooses another one.
  await pactl('set-default-sink', 'screen');
  await removeHeadset();
  await recordsFrom('screen.monitor');
  await playElsewhere(clips[1] ?? '');
  await shows(captions, sentences[1]);
});

test('after a dropped line, the sound that was not recognised is sent again, once', async () => {
  const proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'message', type: 'Turn', count: 2, do: 'drop' },
  ]);
  const env = { CAPTIONKEY_STREAMING_URL: proxy.url };
  const app = await desk.launch({ args: ['--captions'], env, files: settingsWith('computer') });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  await playElsewhere(clips[0] ?? '');
  await playElsewhere(clips[1] ?? '');
  await shows(captions, sentences[1]);
  expect(storedTexts(app.userData)).toEqual(sentences.slice(0, 2));
  await app.electron.close();
  await proxy.close();
});

test('when main is killed, the next start makes text of the sound, for the captions of the computer', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'captionkey-killed-'));
  const proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'message', type: 'Turn', do: 'stall' },
  ]);
  const env = { CAPTIONKEY_STREAMING_URL: proxy.url };
  const options = { userData, files: settingsWith('computer') };
  const app = await desk.launch({ ...options, env, args: ['--captions'] });
  await (await app.page('CaptionKey captions')).getByText('Listening').waitFor();
  await playElsewhere(clips[0] ?? '');
  await crash(app);
  await proxy.close();
  expect(recordingsIn(userData)).toHaveLength(1);

  const again = await desk.launch({ ...options, args: ['--stop'] });
  const panel = await again.page('CaptionKey');
  await panel.getByRole('button', { name: 'Transcribe now' }).click();
  await vi.waitFor(() => expect(storedTexts(userData)).toEqual([sentences[0]]), patient);
  const database = new DatabaseSync(join(userData, 'captionkey.db'), { readOnly: true });
  const stored = database.prepare(
    'SELECT source FROM captions JOIN turns ON captions_id = captions.id',
  );
  expect(stored.all().map(({ source }) => source)).toEqual(['computer']);
  database.close();
  await again.stop();
  await rm(userData, { recursive: true });
});

test('the window and the panel switch the source while captions are on', async () => {
  const app = await desk.launch({ args: ['--captions'], files: settingsWith('microphone') });
  const captions = await app.page('CaptionKey captions');
  await recordsFrom('microphone');
  await captions.getByRole('button', { name: /Switch to the computer sound/ }).click();
  await recordsFrom('screen.monitor');
  await captions.getByRole('button', { name: /Switch to both, which costs twice/ }).click();
  await recordsFrom('microphone', 'screen.monitor');
  await captions.getByRole('button', { name: /Switch to the microphone/ }).click();
  await recordsFrom('microphone');
  await captions.evaluate("window.captionkey.request('panel:open')");
  const panel = await app.page('CaptionKey');
  await openPage(panel, 'captions');
  expect(await panel.getByLabel('Microphone', { exact: true }).isChecked()).toBe(true);
  await panel.getByLabel('Both', { exact: true }).click();
  await recordsFrom('microphone', 'screen.monitor');
});

test('a dictation hears the microphone while captions hear the computer', async () => {
  const app = await desk.launch({ args: ['--captions'], files: settingsWith('computer') });
  const captions = await app.page('CaptionKey captions');
  await recordsFrom('screen.monitor');
  await app.hears();
  const pill = await app.page('CaptionKey dictation');
  const held = await desk.holdKeys('ctrl+alt+space');
  await recordsFrom('microphone', 'screen.monitor');
  await pill.getByText('Release to insert').waitFor();
  await desk.sound.play(clips[0] ?? '');
  await playElsewhere(clips[1] ?? '');
  await held.release();
  await recordsFrom('screen.monitor');
  await shows(captions, sentences[1]);
  const dictated = () => {
    const database = new DatabaseSync(join(app.userData, 'captionkey.db'), { readOnly: true });
    const rows = database.prepare('SELECT text FROM dictations').all();
    database.close();
    return rows.map(({ text }) => text);
  };
  await vi.waitFor(() => expect(dictated()).toEqual([sentences[0]]), patient);
  expect(await captions.getByRole('log').innerText()).not.toContain(sentences[0]);
});

test('after the microphone has gone, captions of it say so, and record no monitor', async () => {
  const app = await desk.launch({ files: settingsWith('microphone') });
  const panel = await app.page('CaptionKey');
  const listed = panel.getByRole('option', { name: 'Virtual_microphone', exact: true });
  await listed.waitFor({ state: 'attached' });
  await pactl('unload-module', 'module-remap-source');
  await listed.waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Start captions' }).click();
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('No microphone was found. Connect one, then start again.').waitFor();
  expect(recordingsIn(app.userData)).toEqual([]);
  expect(await desk.sound.recordedSources()).toEqual([]);
  await desk.sound.plug('Virtual_microphone', 'microphone');
});

test('without a sound server, the page of the captions says why there is no choice', async () => {
  const app = await desk.launch({ env: { PULSE_SERVER: 'unix:/nonexistent' } });
  const panel = await app.page('CaptionKey');
  await openPage(panel, 'captions');
  await panel.getByText(/needs Linux with PulseAudio or PipeWire/).waitFor();
  expect(await panel.getByText('Listen to').count()).toBe(0);
  const captions = await app.page('CaptionKey captions');
  expect(await captions.getByRole('button', { name: /Switch to/ }).count()).toBe(0);
});
