import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { samplesIn } from '../../electron/core/audio-format.ts';
import type { App } from '../support/app.ts';
import { compareSound } from '../support/compare-sound.ts';
import { crash, recordingsIn, runOf, storedTexts } from '../support/crash.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faults-proxy.ts';
import type { Fault } from '../support/faults.ts';
import { expectStored, playedSamplesKept } from '../support/kept-speech.ts';
import { between, recordingPath, sentences } from '../support/recording.ts';
import { samplesOf } from '../support/service.ts';
import { startWitness } from '../support/witness.ts';
import { patient } from '../support/patient.ts';
import { openPage, wordsShown } from '../support/pages.ts';

/*
 * Main may be killed at any moment. The heard sound is on the disk, and becomes text at the next start.
 * Most tests kill the app over one user-data folder. The last start offers what all of them have left.
 */
let desk: Desk;
let userData: string;
let proxy: FaultyProxy | null = null;
let playing: Promise<void> = Promise.resolve();

beforeAll(async () => {
  desk = await startDesk();
  userData = emptyFolder();
});
afterEach(async () => {
  desk.sound.hush();
  await playing;
  await proxy?.close();
  proxy = null;
});
afterAll(async () => {
  await desk.stop();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const folders: string[] = [];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-kill-'));
  folders.push(folder);
  return folder;
}

const paths = (): string[] => recordingsIn(userData).map(({ path }) => path);

/** The recordings of earlier tests. */
let leftBefore: string[] = [];

/** The recording that began in this test. */
const current = () => recordingsIn(userData).find(({ path }) => !leftBefore.includes(path));

/** Starts captions on a line with these faults, and plays the recording into the microphone. */
async function caption(...faults: Fault[]): Promise<{ app: App; captions: Page; panel: Page }> {
  leftBefore = paths();
  proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, faults);
  const env = { CAPTIONKEY_STREAMING_URL: proxy.url };
  const app = await desk.launch({ userData, env });
  const captions = await app.page('CaptionKey captions');
  const panel = await app.page('CaptionKey');
  await panel.getByRole('button', { name: 'Start captions' }).click();
  // The file exists before the microphone delivers, and what is played before that is lost.
  await hasRecorded(0);
  playing = desk.sound.play(recordingPath);
  return { app, captions, panel };
}

const shows = (page: Page, text: string): Promise<void> =>
  vi.waitFor(async () => expect(await wordsShown(page)).toContain(text), patient);

const hasRecorded = (seconds: number): Promise<void> =>
  vi.waitFor(() => expect(current()?.samples).toBeGreaterThan(seconds * 16_000), patient);

/** The start after a kill, with a service that is well; no verb of it opens the panel. */
async function startAgain(): Promise<{ app: App; panel: Page; captions: Page }> {
  const app = await desk.launch({ userData, args: ['--stop'] });
  return {
    app,
    panel: await app.page('CaptionKey'),
    captions: await app.page('CaptionKey captions'),
  };
}

const unfinishedRecordings = (panel: Page) =>
  panel.getByRole('region', { name: 'Not transcribed yet' });

const states = [
  'before the service had begun',
  'in the middle of a sentence',
  'after a final that was forced in the middle of speech',
  'while the connection was broken and the network away',
  'after a stop, before the last final',
] as const;
type State = (typeof states)[number];

interface Left {
  runId: string;
  playedSamples: number;
}

/** What the kills have left, in their order, until it is text. */
const left = new Map<State, Left>();

/** Kills the app that listens, and remembers what it has left. */
async function kill(app: App, state: State): Promise<void> {
  await crash(app);
  const path = current()?.path ?? '';
  left.set(state, { runId: runOf(userData, path), playedSamples: await playedSamplesKept(path) });
}

/** The texts that the app of this test has stored. */
const storedNow = (): string[] => storedTexts(userData, runOf(userData, current()?.path ?? ''));

/** How promptly the capture process writes depends on the machine. */
const isSlowRun = process.env.CAPTIONKEY_SLOW === '1';
const testInSlowRun = isSlowRun ? test : () => undefined;

describe('main is killed', () => {
  afterEach(() => desk.stopApps());

  test('deleting the recording does not stop captions', async () => {
    const { app, captions, panel } = await caption();
    await shows(captions, sentences[0] ?? '');
    rmSync(current()?.path ?? '');
    await shows(captions, sentences.at(-1) ?? '');
    await panel.getByRole('button', { name: 'Stop captions' }).click();
    await captions.getByText('Captions are off').waitFor();
    await app.electron.close();
    expect(storedTexts(userData)).toEqual(sentences);
  });

  test('while it starts: before the service has begun', async () => {
    const { app, captions } = await caption({ at: 'message', type: 'Begin', do: 'stall' });
    await hasRecorded(4);
    await captions.getByText('Connecting…').waitFor();
    await hasRecorded(9);
    await kill(app, 'before the service had begun');
    expect(storedNow()).toEqual([]);
  });

  test('while it transcribes an unfinished recording', async () => {
    const { app, panel, captions } = await startAgain();
    await unfinishedRecordings(panel)
      .getByText(/ s from /)
      .waitFor();
    await panel.getByRole('button', { name: 'Transcribe now' }).click();
    await shows(captions, sentences[0] ?? '');
    await shows(captions, 'Let');
    await crash(app);
    expect(storedTexts(userData, left.get('before the service had begun')?.runId)).toEqual([
      sentences[0],
    ]);
  });

  test('while it listens: in the middle of a sentence', async () => {
    const { app, captions } = await caption();
    await shows(captions, 'Let');
    const sentSamples = desk.service.sound(desk.service.sessions.length - 1).length;
    await kill(app, 'in the middle of a sentence');
    expect(current()?.samples).toBeGreaterThanOrEqual(sentSamples);
    expect(storedNow()).toEqual([sentences[0]]);
  });

  testInSlowRun(
    'while it listens: of what the microphone has inserted, the last 100 ms may be missing',
    async () => {
      const { app } = await caption();
      const witness = await startWitness(desk, join(userData, 'witness.pcm'));
      await hasRecorded(8);
      const inserted = witness.samples();
      await crash(app);
      await witness.stop();

      const kept = await readWavFile(current()?.path ?? '');
      if (!kept.ok) throw new Error(sentenceOf(kept.problem));
      const played = between(1_500, 4_000);
      const lagOf = (sound: Int16Array): number =>
        compareSound(played, sound.subarray(0, 7 * 16_000)).lagSamples;
      const keptSamples = samplesOf(kept.value);
      // Both have heard the same; the place of one sound in each tells where the other's end is.
      const missing = inserted - lagOf(witness.heard()) - (keptSamples.length - lagOf(keptSamples));
      expect(missing).toBeLessThanOrEqual(samplesIn(100));
      rmSync(current()?.path ?? '');
    },
  );

  test('while it listens: after a final that was forced in the middle of speech', async () => {
    const { app, captions } = await caption();
    await shows(captions, 'Let');
    await captions.evaluate("window.captionkey.request('listening:do', 'force-endpoint')");
    await vi.waitFor(() => expect(storedNow()).toHaveLength(2), patient);
    await hasRecorded(6);
    await kill(app, 'after a final that was forced in the middle of speech');
  });

  test('while it reconnects: the connection broke and the network is away', async () => {
    const isAway = Array.from({ length: 40 }, (_, index) => index + 1);
    const { app, captions } = await caption(
      { at: 'frame', count: 100, do: 'drop' },
      ...isAway.map((connection): Fault => ({ at: 'upgrade', do: 'drop', connection })),
    );
    await shows(captions, sentences[0] ?? '');
    await captions.getByText(/Reconnecting/).waitFor();
    await hasRecorded(9);
    await kill(app, 'while the connection was broken and the network away');
  });

  test('while it finishes: after a stop, before the last final', async () => {
    const stall: Fault = { at: 'command', type: 'ForceEndpoint', do: 'stall' };
    const { app, captions, panel } = await caption(stall);
    await shows(captions, 'Let');
    await panel.getByRole('button', { name: 'Stop captions' }).click();
    await captions.getByText('Finishing…').waitFor();
    await kill(app, 'after a stop, before the last final');
  });
});

describe('the next start', () => {
  let app: App;
  let panel: Page;
  beforeAll(async () => {
    ({ app, panel } = await startAgain());
  });
  afterAll(() => desk.stopApps());

  const offered = () => unfinishedRecordings(panel).getByRole('listitem');

  test('offers what the kills have left, and not the deleted recording', async () => {
    await unfinishedRecordings(panel).waitFor();
    const texts = await offered().allInnerTexts();
    expect(texts).toEqual([...left].map((): unknown => expect.stringMatching(/ s from /)));
    // This was killed once more while it became text.
    expect(texts[0]).toContain(`“${sentences[0]}”`);
  });

  test.each(states)('makes text of what was heard %s', async (state) => {
    const index = [...left.keys()].indexOf(state);
    const { runId, playedSamples } = left.get(state) ?? { runId: '', playedSamples: Number.NaN };
    expect(index).not.toBe(-1);
    const count = await offered().count();
    await offered().nth(index).getByRole('button', { name: 'Transcribe now' }).click();
    await vi.waitFor(async () => expect(await offered().count()).toBe(count - 1), patient);
    left.delete(state);
    expectStored(storedTexts(userData, runId), playedSamples);
  });

  test('then offers nothing, and leaves no recording', async () => {
    await unfinishedRecordings(panel).waitFor({ state: 'detached' });
    await app.electron.close();
    expect(recordingsIn(userData)).toEqual([]);
  });
});

test('while something is dictated: its row is interrupted, and has the text once', async () => {
  userData = emptyFolder();
  const first = await desk.launch({ userData });
  const pill = await first.page('CaptionKey dictation');
  await first.hears();
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  playing = desk.sound.play(recordingPath);
  await hasRecorded(5);
  await crash(first);
  await held.release();
  const path = current()?.path ?? '';
  const playedSamples = await playedSamplesKept(path);
  const runId = runOf(userData, path);

  const { app, panel } = await startAgain();
  await openPage(panel, 'history');
  const history = panel.getByRole('region', { name: 'History' }).getByRole('listitem');
  await history.getByText('Interrupted').waitFor();
  await openPage(panel, 'home');
  await panel.getByRole('button', { name: 'Transcribe now' }).click();
  await unfinishedRecordings(panel).waitFor({ state: 'detached' });
  expectStored(storedTexts(userData, runId), playedSamples);
  const text = storedTexts(userData).join(' ');
  await openPage(panel, 'history');
  await history.getByText(text, { exact: true }).waitFor();
  expect(await history.count()).toBe(1);
  await app.electron.close();
});
