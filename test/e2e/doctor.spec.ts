import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copyToClipboard, readClipboard } from '../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { grabKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { startManager } from '../../tools/desktop-harness/targets.ts';
import { runApp } from '../support/run-app.ts';

/* `--doctor` on a real X server, with and without what a dictation needs. */
let display: VirtualDisplay;
let sound: VirtualSound;
let userData: string;

const key = 'a-key-that-is-not-printed';

beforeAll(async () => {
  [display, sound] = await Promise.all([startDisplay({ width: 1280, height: 800 }), startSound()]);
});
afterAll(() => Promise.all([sound.stop(), display.stop()]));
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'captionkey-doctor-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

async function examine(env: NodeJS.ProcessEnv = {}): Promise<{ status: unknown; lines: string[] }> {
  const { status, output } = await runApp({
    userData,
    args: ['--doctor'],
    env: { ...display.env, ...sound.env, ASSEMBLYAI_API_KEY: key, ...env },
  });
  return { status, lines: output.trim().split('\n') };
}

const logs = (): string =>
  readdirSync(join(userData, 'logs'))
    .map((name) => readFileSync(join(userData, 'logs', name), 'utf8'))
    .join('');

test('a working desktop has a time for each step, and a clipboard manager keeps the old content', async () => {
  const format = 'UTF8_STRING';
  const manager = await startManager(display.display, 'xfce4-clipman');
  const owner = await copyToClipboard(display.display, format, 'kept: ü');
  const { status, lines } = await examine();
  expect(lines.filter((line) => !line.startsWith('works'))).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(/Microphone \(\d+ found, \d+ ms\)$/));
  expect(lines).toContainEqual(
    expect.stringMatching(/Pressing the dictation key \(Control\+Alt\+Space, \d+ ms\)$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/Paste into .* \(\d+ ms\)$/));
  expect(lines).toContainEqual(expect.stringMatching(/text was read \(\d+ ms\)$/));
  expect(status).toBe(0);
  expect((await readClipboard(display.display, format))?.toString()).toBe('kept: ü');
  for (const program of [owner, manager]) await program.stop();
  expect(lines.join('\n') + logs()).not.toContain(key);
});

test('a missing key, microphone and hotkey each have a sentence that says what to do', async () => {
  const taken = await grabKeys(display.display, 'ctrl+alt+space');
  const { status, lines } = await examine({
    ASSEMBLYAI_API_KEY: '',
    PULSE_SERVER: 'unix:/nonexistent',
    ALSA_CONFIG_PATH: '/dev/null',
  });
  await taken.stop();
  const failed = lines.filter((line) => line.startsWith('FAILS'));
  expect(failed).toEqual([
    expect.stringContaining('API key: No API key yet. Paste yours on the Home page'),
    expect.stringMatching(/Microphone: No microphone was found\. Connect one/),
    expect.stringMatching(/Hotkeys \(Control\+Alt\+Space\): Another app has taken .*\. Choose/),
  ]);
  expect(lines.join('\n')).toMatch(/not tried {2}Pressing the dictation key/);
  expect(lines.join('\n')).toMatch(/works {6}Paste into a window of CaptionKey/);
  expect(status).toBe(1);
});
