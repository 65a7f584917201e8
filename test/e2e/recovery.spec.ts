import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import type { App, LaunchOptions } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { compareSound } from '../support/compare-sound.ts';
import { recordingsIn } from '../support/crash.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { descendantsOf, mainPidOf } from '../support/processes.ts';
import { between, recordingPath, sentences } from '../support/recording.ts';
import { samplesOf } from '../support/service.ts';
import { patient } from '../support/patient.ts';
import { openPage, wordsShown } from '../support/pages.ts';

/* Failures during a run, and damaged files, are reported, and stored speech stays. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

const launch = async (options?: LaunchOptions): Promise<{ opened: App; captions: Page }> => {
  const opened = await desk.launch(options);
  return { opened, captions: await opened.page('CaptionKey captions') };
};

const shows = (captions: Page, text: string | undefined): Promise<void> =>
  vi.waitFor(async () => expect(await wordsShown(captions)).toContain(text), patient);

test('a killed capture process is started again, the gap is reported, and the words stay', async () => {
  const { opened, captions } = await launch({ args: ['--captions'] });
  await captions.getByText('Listening').waitFor();
  const [before, after] = [cutClip(opened.home, 1), cutClip(opened.home, 3)];
  await desk.say(before.path);
  await shows(captions, before.text);
  process.kill(await captureProcessOf(mainPidOf(opened)), 'SIGKILL');
  await captions.getByText(/The microphone is back.*were not heard/).waitFor();
  await desk.say(after.path);
  await shows(captions, `${before.text} ${after.text}`);
  const log = await readFile(join(opened.userData, 'logs/main.log'), 'utf8');
  expect(log).toMatch(/ process-ended process=capture .*\n(.*\n)*.* microphone-gap .*gapMs=\d+\n/);
});

test('a killed main process leaves no open microphone, and a complete recording', async () => {
  const { opened, captions } = await launch({ args: ['--captions'] });
  await captions.getByText('Listening').waitFor();
  const playing = desk.sound.play(recordingPath);
  await shows(captions, sentences[0]);
  const pid = mainPidOf(opened);
  const capture = await captureProcessOf(pid);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(existsSync(`/proc/${capture}`)).toBe(false), patient);
  desk.sound.hush();
  await playing;

  const [{ path, samples } = { path: '', samples: 0 }] = recordingsIn(opened.userData);
  const kept = await readWavFile(path);
  if (!kept.ok) throw new Error(sentenceOf(kept.problem));
  const sound = samplesOf(kept.value);
  expect(sound).toHaveLength(samples);
  expect(compareSound(between(0, 2_500), sound)).toMatchObject({ shiftSamples: 0 });
});

test.each(['{"microphone": ', '[]', ''])(
  'settings of %j are set aside and reported, and the app starts',
  async (unreadable) => {
    const { opened, captions } = await launch({ files: { 'settings.json': unreadable } });
    expect(await captions.getByRole('alert').innerText()).toMatch(
      /settings\.json couldn't be read, so CaptionKey starts without it\. It is kept as/,
    );
    const kept = (await readdir(opened.userData)).find((name) => name.includes('.corrupt-')) ?? '';
    expect(await readFile(join(opened.userData, kept), 'utf8')).toBe(unreadable);
  },
);

test('an unreadable database is set aside and reported, and settings that are damaged during the run are written again', async () => {
  const files = { 'settings.json': '{"sounds": true}', 'captionkey.db': 'no database' };
  const { opened, captions } = await launch({ files });
  await captions.getByText(/captionkey\.db couldn't be read, so CaptionKey starts/).waitFor();
  const names = await readdir(opened.userData);
  const kept = names.find((name) => name.startsWith('captionkey.db.corrupt-')) ?? '';
  expect(await readFile(join(opened.userData, kept), 'utf8')).toBe('no database');
  const panel = await opened.page('CaptionKey');
  await openPage(panel, 'privacy');
  await panel.getByRole('region', { name: 'Usage' }).getByText('Today').waitFor();
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await panel.getByRole('alert').waitFor({ state: 'detached' });

  await openPage(panel, 'recognition');
  const path = join(opened.userData, 'settings.json');
  await writeFile(path, '[]');
  await panel.getByLabel('Stay connected after a stop').fill('7');
  await panel.getByLabel('Stay connected after a stop').press('Enter');
  await panel.getByText(/settings\.json couldn't be read/).waitFor();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    ...{ sounds: true, keepConnectedSeconds: 7 },
  });
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await panel.getByRole('alert').waitFor({ state: 'detached' });
  await captions.getByRole('alert').waitFor({ state: 'detached' });
});

test('an invalid setting is named once in the captions and in the panel, and affects no other one', async () => {
  const settings = { dictationHotkey: 7, forceEndpointHotkey: 'Control+Alt+F9' };
  const files = { 'settings.json': JSON.stringify(settings) };
  const { opened, captions } = await launch({ files });
  const sentence = /settings\.json says of dictationHotkey can't be used, so the default is/;
  await captions.getByText(sentence).waitFor();
  const panel = await opened.page('CaptionKey');
  await panel.getByText(sentence).waitFor();
  await openPage(panel, 'hotkeys');
  await panel.getByText('F9').waitFor();
  await panel.getByText('Space').waitFor();
});

/** The capture process of an app, found as the system knows it. */
async function captureProcessOf(mainPid: number): Promise<number> {
  const running = await descendantsOf(mainPid);
  const capture = running.find(({ command }) => command.includes('capture'));
  if (capture === undefined) throw new Error('Nothing captures.');
  return capture.pid;
}
