import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import {
  focusedWindow,
  openFocusedWindow,
  waitForFocusedWindow,
  type FocusedWindow,
} from '../../tools/desktop-harness/windows.ts';
import type { App } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { compareSound } from '../support/compare-sound.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { wordsShown } from '../support/pages.ts';
import { recording, recordingPath, sentences } from '../support/recording.ts';
import { samplesOf } from '../support/service.ts';
import { patient } from '../support/patient.ts';

/*
 * The main job, from a real sound device to the captions: the recording is played into a virtual
 * microphone and goes through PortAudio, the capture process, the socket and the desk.service.
 */
let desk: Desk;
let app: App;
let captions: Page;
let otherProgram: FocusedWindow;

/** The captions end in the beginning of a sentence, which is more than its first word. */
const endsInPartial = (text: string): boolean =>
  sentences.some((sentence) => {
    const words = sentence.split(' ');
    return words.some((_, count) => count > 1 && text.endsWith(words.slice(0, count).join(' ')));
  });

/** The words in the captions, partial or final. */
const shownText = (): Promise<string> => wordsShown(captions);

beforeAll(async () => {
  desk = await startDesk();
  // The recording and the end of the session are looked at after the stop.
  const settings = { recordingRetention: 'forever', keepConnectedSeconds: 0 };
  app = await desk.launch({ files: { 'settings.json': JSON.stringify(settings) } });
  captions = await app.page('CaptionKey captions');
  await app.hears('Control+Alt+C');
  // A window that opens earlier would lose the focus again.
  await waitForFocusedWindow(desk.display, 'CaptionKey');
  otherProgram = await openFocusedWindow(desk.display);
});

afterAll(async () => {
  otherProgram.stop();
  await desk.stop();
});

test('a key press, speech, a key press: the words are in the captions and on the clipboard', async () => {
  await pressKeys(desk.display, 'ctrl+alt+c');
  await captions.getByText('Listening').waitFor();

  const seen = new Set<string>();
  const playing = desk.sound.play(recordingPath).then(() => 'played' as const);
  while ((await Promise.race([playing, shownText()])) !== 'played') seen.add(await shownText());
  await vi.waitFor(async () => expect(await shownText()).toContain(sentences.at(-1)), patient);
  seen.add(await shownText());

  for (const sentence of sentences)
    expect(
      [...seen].some((text) => text.endsWith(sentence)),
      sentence,
    ).toBe(true);
  expect([...seen].filter(endsInPartial).length).toBeGreaterThan(2);

  expect(desk.service.commands).toEqual([]);
  await pressKeys(desk.display, 'ctrl+alt+c');
  await vi.waitFor(
    () => expect(desk.service.commands).toEqual(['ForceEndpoint', 'Terminate']),
    patient,
  );
  await vi.waitFor(
    async () =>
      expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
        sentences.join(' '),
      ),
    patient,
  );
});

test('every sample reached the service, once and in order', () => {
  const comparison = compareSound(recording.pcm, desk.service.sound());
  console.log('sound at the service against the recording:', comparison);
  expect(comparison.correlation).toBeGreaterThanOrEqual(0.95);
  expect(comparison.shiftSamples).toBe(0);
});

test('the same sound is in the recording on disk, which only its owner can read', async () => {
  const folder = join(app.userData, 'recordings');
  const [name = ''] = await readdir(folder);
  const recorded = await readWavFile(join(folder, name));
  expect(recorded.ok && compareSound(recording.pcm, samplesOf(recorded.value))).toMatchObject({
    shiftSamples: 0,
  });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

test('the window that had the focus still has it, and got no key but the modifiers', async () => {
  const { active } = await focusedWindow(desk.display);
  expect(active).toBe(otherProgram.wid);
  expect(otherProgram.focusLosses()).toBe(0);
  // Two chords of Ctrl and Alt; a grab takes the chord's own key only.
  expect(otherProgram.keyPresses()).toBe(4);
});

test('Ctrl+Alt+Enter ends the turn at once, and captions go on', async () => {
  const before = desk.service.commands.length;
  await pressKeys(desk.display, 'ctrl+alt+c');
  await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(2), patient);
  await captions.getByText('Listening').waitFor();
  const [first, last] = [cutClip(app.home, 0), cutClip(app.home, 3)];
  const playing = desk.sound.play(first.path);
  await vi.waitFor(async () => expect(await shownText()).toMatch(/Hold a key,$/), patient);
  await pressKeys(desk.display, 'ctrl+alt+enter');
  await vi.waitFor(
    () => expect(desk.service.commands.slice(before)).toEqual(['ForceEndpoint']),
    patient,
  );
  await playing;
  await desk.sound.play(last.path);
  await vi.waitFor(async () => expect(await shownText()).toContain(last.text), patient);
  await pressKeys(desk.display, 'ctrl+alt+c');
  await vi.waitFor(
    () => expect(desk.service.commands.slice(before)).toContain('Terminate'),
    patient,
  );
});
