import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { App, WindowTitle } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { crashPage, inPage } from '../support/pages.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* A crashed page is loaded again with its content, and goes on. */
let desk: Desk;

let unheard: number;

beforeAll(async () => {
  desk = await startDesk();
  unheard = await openRecordings();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

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

const shows = (app: App, title: WindowTitle, code: string, text: string): Promise<void> =>
  vi.waitFor(async () => expect(await inPage(app, title, code)).toContain(text), patient);

test('crashed captions come back with their words, still listening', async () => {
  const app = await desk.launch({ args: ['--captions'] });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  await desk.sound.play(recordingPath);
  await shows(app, 'CaptionKey captions', log, sentences.at(-1) ?? '');

  await crashPage(app, 'CaptionKey captions');
  await shows(app, 'CaptionKey captions', log, sentences.join(' '));
  await shows(app, 'CaptionKey captions', status, 'Listening');

  const playing = desk.sound.play(recordingPath);
  await vi.waitFor(
    async () => expect(Number(await inPage(app, 'CaptionKey captions', level))).toBeGreaterThan(0),
    patient,
  );
  await playing;
  await shows(app, 'CaptionKey captions', log, [...sentences, ...sentences].join(' '));
  expect(desk.service.sessions).toHaveLength(1);
});

test('a crashed panel comes back, and releases the microphone of its level check', async () => {
  const app = await desk.launch();
  const panel = await app.page('CaptionKey');
  await panel.getByRole('button', { name: /Test microphone/ }).click();
  await panel.getByRole('meter').waitFor();
  await vi.waitFor(async () => expect(await openRecordings()).toBe(unheard + 1), patient);
  await crashPage(app, 'CaptionKey');
  await shows(app, 'CaptionKey', 'document.body.innerText', 'Test microphone');
  await vi.waitFor(async () => expect(await openRecordings()).toBe(unheard), patient);
});
