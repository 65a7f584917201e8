import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { cutClip } from '../../test/support/clips.ts';
import { startDesk } from '../../test/support/desk.ts';
import { pressKeys } from '../desktop-harness/keyboard.ts';
import { movePointer } from '../desktop-harness/pointer.ts';
import { waitForFocusedWindow } from '../desktop-harness/windows.ts';
import { buildWhenStale, root } from '../start/build.ts';

/*
 * Records the moving picture of the README: the real app on a virtual screen, a recording in a
 * virtual microphone, and the demo server. A dictation goes into a note, then captions are on.
 */

const size = { width: 960, height: 540 };
const framesPerSecond = 10;
const outputPath = join(root, 'docs/pictures/captionkey.webp');

/** How long a viewer needs to read what has changed. */
const readMs = 1_500;

buildWhenStale();
const folder = await mkdtemp(join(tmpdir(), 'captionkey-picture-'));
const desk = await startDesk();
await desk.resizeDisplay(size);
const browser = await chromium.launchPersistentContext(join(folder, 'browser'), {
  executablePath: process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium',
  headless: false,
  viewport: null,
  args: [
    ...[
      '--no-sandbox',
      '--disable-gpu',
      '--ozone-platform=x11',
      '--test-type',
      '--app=data:text/html,Note',
    ],
    ...[`--window-size=${size.width},${size.height}`, '--window-position=0,0'],
  ],
  env: { ...process.env, DISPLAY: desk.display },
});
try {
  const app = await desk.launch({ args: ['--stop'] });
  await app.hears();
  const pill = await app.page('CaptionKey dictation');
  // The virtual screen has black corners around a rounded window, as it composes no transparency.
  await pill.emulateMedia({ colorScheme: 'dark' });
  const note = await openNote();
  void desk.sound.play(noise()).catch(() => undefined);
  const film = startFilm();
  const show = (keys: string) =>
    note.evaluate(`document.querySelector('#keys').innerHTML = ${JSON.stringify(keys)}`);

  await show('');
  await sleep(readMs / 2);
  await show('Hold <kbd>Ctrl</kbd> <kbd>Alt</kbd> <kbd>Space</kbd> and speak');
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await say(3);
  await held.release();
  await show('Release: the words are at the cursor');
  const text = note.locator('textarea');
  while ((await text.inputValue()) === '') await sleep(50);
  await sleep(2 * readMs);

  await show('<kbd>Ctrl</kbd> <kbd>Alt</kbd> <kbd>C</kbd> switches captions on');
  const captions = await app.page('CaptionKey captions');
  await pressKeys(desk.display, 'ctrl+alt+c');
  await captions.getByText('Listening').waitFor();
  for (const turn of [0, 1]) await say(turn);
  await sleep(readMs);
  await film.stop();
} finally {
  await browser.close();
  await desk.stop();
  await rm(folder, { recursive: true });
}

/** Plays a sentence of the recording; its last words need a moment through the sound server. */
async function say(turn: number): Promise<void> {
  await desk.sound.play(cutClip(folder, turn).path);
  await sleep(500);
}

/** Very quiet noise, without which the app warns of a dead microphone: no real one is completely silent. */
function noise(): string {
  const file = join(folder, 'noise.wav');
  const quiet = 'anoisesrc=amplitude=0.0005:duration=60:sample_rate=16000';
  spawnSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', quiet, '-ac', '1', file]);
  return file;
}

async function openNote(): Promise<Page> {
  const page = browser.pages()[0] ?? (await browser.waitForEvent('page'));
  await page.setContent(await readFile(join(import.meta.dirname, 'note.html'), 'utf8'));
  await waitForFocusedWindow(desk.display, 'Note');
  await page.locator('textarea').click();
  // The captions show their buttons under the pointer.
  await movePointer(desk.display, { x: size.width - 2, y: 2 });
  return page;
}

/** Films the screen; the file is written at the end. */
function startFilm(): { stop(): Promise<void> } {
  const screen = `${size.width}x${size.height}`;
  const grab = ['-f', 'x11grab', '-framerate', String(framesPerSecond), '-video_size', screen];
  const encode = ['-vf', 'scale=800:-1:flags=lanczos', '-c:v', 'libwebp_anim', '-quality', '60'];
  const film = spawn(
    'ffmpeg',
    ['-y', '-loglevel', 'error', ...grab, '-i', desk.display, ...encode, '-loop', '0', outputPath],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  return {
    stop: async () => {
      film.stdin.write('q');
      await once(film, 'exit');
    },
  };
}
