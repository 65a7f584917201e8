import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { App, WindowTitle } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { crashPage, inPage, onOneLine } from '../support/pages.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* A crashed page is loaded again with its content, and goes on. */
let desk: Desk;
let app: App;
let folder: string;

let unheard: number;

beforeAll(async () => {
  desk = await startDesk();
  folder = mkdtempSync(join(tmpdir(), 'captionkey-clips-'));
  unheard = await openRecordings();
  app = await desk.launch();
});
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

const log = `document.querySelector('[role=log]')?.innerText`;
const status = `document.querySelector('[role=status]')?.innerText`;
/** How loud the dot shows the voice to be: 0 to 1. */
const level = `document.querySelector('.dot')?.style.getPropertyValue('--level')`;

/** How many programs the sound server records for. */
const openRecordings = async (): Promise<number> => {
  const command = ['list', 'short', 'source-outputs'];
  const { stdout } = await promisify(execFile)('pactl', command, {
    env: { ...process.env, ...desk.sound.env },
  });
  return stdout.trim().split('\n').length;
};

const shows = (title: WindowTitle, code: string, text: string): Promise<void> =>
  vi.waitFor(
    async () => expect(onOneLine(String(await inPage(app, title, code)))).toContain(text),
    patient,
  );

test('a crashed panel comes back, and releases the microphone of its level check', async () => {
  const panel = await app.page('CaptionKey');
  await panel.getByRole('button', { name: /Test microphone/ }).click();
  await panel.getByRole('meter').waitFor();
  await vi.waitFor(async () => expect(await openRecordings()).toBe(unheard + 1), patient);
  await crashPage(app, 'CaptionKey');
  await shows('CaptionKey', 'document.body.innerText', 'Test microphone');
  await vi.waitFor(async () => expect(await openRecordings()).toBe(unheard), patient);
});

test('crashed captions come back with their words, still listening', async () => {
  await app.hears('Control+Alt+C');
  await pressKeys(desk.display, 'ctrl+alt+c');
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  const clips = [cutClip(folder, 1), cutClip(folder, 3)];
  for (const clip of clips) await desk.say(clip.path);
  const words = clips.map(({ text }) => text).join(' ');
  await shows('CaptionKey captions', log, words);

  await crashPage(app, 'CaptionKey captions');
  await shows('CaptionKey captions', log, words);
  await shows('CaptionKey captions', status, 'Listening');

  const playing = desk.sound.play(recordingPath);
  await vi.waitFor(
    async () => expect(Number(await inPage(app, 'CaptionKey captions', level))).toBeGreaterThan(0),
    patient,
  );
  await playing;
  await shows('CaptionKey captions', log, [words, ...sentences].join(' '));
  expect(desk.service.sessions).toHaveLength(1);
});
