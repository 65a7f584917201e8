import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { crash, recordingsIn, storedTexts } from '../support/crash.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faults-proxy.ts';
import type { Fault } from '../support/faults.ts';
import { openPage, wordsShown } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { sentences, writeSentence } from '../support/recording.ts';

/*
 * Captions of what other programs play. The desk has a microphone, which is silent unless a test says
 * something, and outputs of their own, on which programs play. Most tests share one app, whose captions
 * each of them starts and ends.
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

const settings = { captionsSource: 'computer', recordingRetention: 'forever' };

const recordsFrom = (...sources: string[]): Promise<void> =>
  vi.waitFor(
    async () => expect((await desk.sound.recordedSources()).toSorted()).toEqual(sources),
    patient,
  );

beforeAll(async () => {
  desk = await startDesk();
  folder = await mkdtemp(join(tmpdir(), 'captionkey-clips-'));
  clips = [0, 1, 2].map((index) => writeSentence(index, join(folder, `${index}.wav`)));
  await addOutput('screen');
  await pactl('set-default-sink', 'screen');
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true });
});

const files = { 'settings.json': JSON.stringify({ ...settings, keepConnectedSeconds: 0 }) };

/** The source and the text of each turn of captions. */
function storedTurns(userData: string): unknown[][] {
  const database = new DatabaseSync(join(userData, 'captionkey.db'), { readOnly: true });
  const stored = database.prepare(
    'SELECT source, text FROM captions JOIN turns ON captions_id = captions.id ORDER BY turns.id',
  );
  const turns = stored.all().map(({ source, text }) => [source, text]);
  database.close();
  return turns;
}

describe('in one run', () => {
  let app: App;
  let captions: Page;
  let proxy: FaultyProxy;
  const faults: Fault[] = [];
  /** How much the captions showed before the test. */
  let shownBefore = 0;
  /** How many turns were stored before the test. */
  let storedBefore = 0;

  beforeAll(async () => {
    proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, faults);
    const env = { CAPTIONKEY_STREAMING_URL: proxy.url };
    app = await desk.launch({ args: ['--captions'], env, files });
    captions = await app.page('CaptionKey captions');
  });
  afterEach(async () => {
    await request('listening:do', 'stop');
    await recordsFrom();
    shownBefore = (await wordsShown(captions)).length;
    storedBefore = storedTurns(app.userData).length;
  });
  afterAll(async () => {
    await desk.stopApps();
    await proxy.close();
  });

  const request = (...asked: unknown[]): Promise<unknown> =>
    captions.evaluate(`window.captionkey.request(...${JSON.stringify(asked)})`);

  /** The words of this test. */
  const words = async (): Promise<string> => (await wordsShown(captions)).slice(shownBefore);

  const shows = (text: string | undefined): Promise<void> =>
    vi.waitFor(async () => expect(await words()).toContain(text), patient);

  /** Starts captions of a source, which records from these. */
  async function caption(captionsSource: string, ...sources: string[]): Promise<void> {
    await request('settings:change', { captionsSource });
    await request('listening:do', 'start');
    await recordsFrom(...sources);
    await captions.getByText('Listening').waitFor();
  }

  const recordedSamples = (source: 'microphone' | 'computer'): number =>
    recordingsIn(app.userData)
      .filter(({ path }) => path.endsWith('-computer.wav') === (source === 'computer'))
      .reduce((sum, { samples }) => sum + samples, 0);

  /** The server lists who records before it delivers, and what is played before that is lost. */
  async function delivers(source: 'microphone' | 'computer'): Promise<void> {
    const before = recordedSamples(source);
    await vi.waitFor(() => expect(recordedSamples(source)).toBeGreaterThan(before), patient);
  }

  test('captions have the words that another program plays, while the microphone is silent', async () => {
    await recordsFrom('screen.monitor');
    await captions.getByText('Listening').waitFor();
    await playElsewhere(clips[0] ?? '');
    await shows(sentences[0]);
    await captions.getByRole('img', { name: 'Computer sound' }).first().waitFor();
    expect(desk.service.sessions.length).toBe(1);
    // Its sound was on the disk before it was sent.
    const files = await readdir(join(app.userData, 'recordings'));
    expect(files).toEqual([expect.stringMatching(/-computer\.wav$/)]);
  });

  test('captions of both are one conversation in two sessions, and are stored by their source', async () => {
    const sessionsBefore = desk.service.sessions.length;
    const markedWords = () => captions.locator('[role=log] p:has([role=img])').allInnerTexts();
    const markedBefore = (await markedWords()).length;
    await caption('both', 'microphone', 'screen.monitor');
    await desk.sound.play(clips[0] ?? '');
    await shows(sentences[0]);
    await playElsewhere(clips[1] ?? '');
    await shows(sentences[1]);
    await desk.sound.play(clips[2] ?? '');
    await shows(sentences[2]);
    expect(desk.service.sessions.length - sessionsBefore).toBe(2);
    // Only what the computer plays is marked.
    const marked = await markedWords();
    expect(marked.slice(markedBefore).map((text) => text.trim())).toEqual([sentences[1]]);

    await request('listening:do', 'stop');
    const clipboard = () => app.electron.evaluate(({ clipboard: system }) => system.readText());
    await vi.waitFor(
      async () => expect(await clipboard()).toBe(sentences.slice(0, 3).join('\n')),
      patient,
    );
    expect(storedTurns(app.userData).slice(storedBefore)).toEqual([
      ['microphone', sentences[0]],
      ['computer', sentences[1]],
      ['microphone', sentences[2]],
    ]);
  });

  test('captions follow the default output, and never hear the microphone instead', async () => {
    await caption('computer', 'screen.monitor');
    const removeHeadset = await addOutput('headset');
    await pactl('set-default-sink', 'headset');
    await recordsFrom('headset.monitor');
    await delivers('computer');
    await playElsewhere(clips[0] ?? '');
    await shows(sentences[0]);
    // Its output goes, and the server chooses another one.
    await pactl('set-default-sink', 'screen');
    await removeHeadset();
    await recordsFrom('screen.monitor');
    await delivers('computer');
    await playElsewhere(clips[1] ?? '');
    await shows(sentences[1]);
  });

  test('after a dropped line, the sound that was not recognised is sent again, once', async () => {
    const connection = proxy.connections();
    faults.push({ at: 'message', type: 'Turn', count: 2, do: 'drop', connection });
    await caption('computer', 'screen.monitor');
    await playElsewhere(clips[0] ?? '');
    await playElsewhere(clips[1] ?? '');
    await shows(sentences[1]);
    const stored = storedTurns(app.userData).slice(storedBefore);
    expect(stored.map(([, text]) => text)).toEqual(sentences.slice(0, 2));
    expect(proxy.connections()).toBe(connection + 2);
  });

  test('a dictation hears the microphone while captions hear the computer', async () => {
    await caption('computer', 'screen.monitor');
    await app.hears();
    const pill = await app.page('CaptionKey dictation');
    const held = await desk.holdKeys('ctrl+alt+space');
    onTestFinished(held.release);
    await recordsFrom('microphone', 'screen.monitor');
    await pill.getByText('Release to insert').waitFor();
    await delivers('microphone');
    await desk.sound.play(clips[0] ?? '');
    await playElsewhere(clips[1] ?? '');
    await held.release();
    await recordsFrom('screen.monitor');
    await shows(sentences[1]);
    const dictated = () => {
      const database = new DatabaseSync(join(app.userData, 'captionkey.db'), { readOnly: true });
      const rows = database.prepare('SELECT text FROM dictations').all();
      database.close();
      return rows.map(({ text }) => text);
    };
    await vi.waitFor(() => expect(dictated()).toEqual([sentences[0]]), patient);
    expect(await words()).not.toContain(sentences[0]);
  });

  test('the window and the panel switch the source while captions are on', async () => {
    await caption('microphone', 'microphone');
    await captions.getByRole('button', { name: /Switch to the computer sound/ }).click();
    await recordsFrom('screen.monitor');
    await captions.getByRole('button', { name: /Switch to both, which costs twice/ }).click();
    await recordsFrom('microphone', 'screen.monitor');
    await captions.getByRole('button', { name: /Switch to the microphone/ }).click();
    await recordsFrom('microphone');
    await request('panel:open');
    const panel = await app.page('CaptionKey');
    await openPage(panel, 'captions');
    expect(await panel.getByLabel('Microphone', { exact: true }).isChecked()).toBe(true);
    await panel.getByLabel('Both', { exact: true }).click();
    await recordsFrom('microphone', 'screen.monitor');
  });

  test('after the microphone has gone, captions of it say so, and record no monitor', async () => {
    await request('settings:change', { captionsSource: 'microphone' });
    await request('panel:open');
    const panel = await app.page('CaptionKey');
    await openPage(panel, 'home');
    const recordings = recordingsIn(app.userData).length;
    const listed = panel.getByRole('option', { name: 'Virtual_microphone', exact: true });
    await listed.waitFor({ state: 'attached' });
    await pactl('unload-module', 'module-remap-source');
    await listed.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Start captions' }).click();
    await captions.getByText('No microphone was found. Connect one, then start again.').waitFor();
    expect(recordingsIn(app.userData)).toHaveLength(recordings);
    expect(await desk.sound.recordedSources()).toEqual([]);
    await desk.sound.plug('Virtual_microphone', 'microphone');
  });
});

test('when main is killed, the next start makes text of the sound, for the captions of the computer', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'captionkey-killed-'));
  const stalling = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'message', type: 'Turn', do: 'stall' },
  ]);
  const env = { CAPTIONKEY_STREAMING_URL: stalling.url };
  const killed = await desk.launch({ userData, files, env, args: ['--captions'] });
  await (await killed.page('CaptionKey captions')).getByText('Listening').waitFor();
  await playElsewhere(clips[0] ?? '');
  await crash(killed);
  await stalling.close();
  expect(recordingsIn(userData)).toHaveLength(1);

  const again = await desk.launch({ userData, files, args: ['--stop'] });
  const panel = await again.page('CaptionKey');
  await panel.getByRole('button', { name: 'Transcribe now' }).click();
  await vi.waitFor(() => expect(storedTexts(userData)).toEqual([sentences[0]]), patient);
  expect(storedTurns(userData)).toEqual([['computer', sentences[0]]]);
  await desk.stopApps();
  await rm(userData, { recursive: true });
});

test('without a sound server, the page of the captions says why there is no choice', async () => {
  const app = await desk.launch({ env: { PULSE_SERVER: 'unix:/nonexistent' } });
  onTestFinished(() => desk.stopApps());
  const panel = await app.page('CaptionKey');
  await openPage(panel, 'captions');
  await panel.getByText(/needs Linux with PulseAudio or PipeWire/).waitFor();
  expect(await panel.getByText('Listen to').count()).toBe(0);
  const captions = await app.page('CaptionKey captions');
  expect(await captions.getByRole('button', { name: /Switch to/ }).count()).toBe(0);
});
