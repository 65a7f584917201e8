import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gnomeProgram, startGnome } from '../../tools/desktop-harness/gnome/gnome.ts';
import { startSway } from '../../tools/desktop-harness/sway/sway.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { runApp } from '../support/run-app.ts';

/* `--doctor` on real desktops of Wayland, where its window is an X window. */
let sound: VirtualSound;
let userData: string;
let desktop: { stop(): Promise<void> } | null;

beforeEach(async () => {
  desktop = null;
  sound = await startSound();
  userData = mkdtempSync(join(tmpdir(), 'captionkey-doctor-'));
});
afterEach(async () => {
  await Promise.all([sound.stop(), desktop?.stop()]);
  rmSync(userData, { recursive: true, force: true });
});

const key = 'a-key-that-is-not-printed';

/** Runs the doctor; resolves with what it prints, and its exit status. */
async function examine(
  around: Record<string, string>,
): Promise<{ printed: string; status: unknown }> {
  const { status, output } = await runApp({
    userData,
    args: ['--ozone-platform=x11', '--doctor'],
    env: { ...sound.env, ...around, ASSEMBLYAI_API_KEY: key },
  });
  expect(output).not.toContain(key);
  return { printed: output, status };
}

test('on sway the hotkeys are heard and the text arrives, and nothing fails', async () => {
  const sway = await startSway();
  desktop = sway;
  const { printed, status } = await examine(sway.env);
  expect(printed).toMatch(/^works +Desktop \(Wayland/m);
  expect(printed).toMatch(/^works +Hotkeys \(Control\+Alt\+Space\)$/m);
  expect(printed).toMatch(/^works +Holding the dictation key$/m);
  expect(printed).toMatch(/^not tried +Pressing the dictation key: .*Press Control\+Alt\+Space/m);
  expect(printed).toMatch(/^works +Paste into a window of CaptionKey \(\d+ ms\)$/m);
  expect(printed).toMatch(/^works +Paste into windows of Wayland \(sway\)$/m);
  expect(printed).not.toMatch(/^FAILS/m);
  expect(status).toBe(0);
});

const noGnome = existsSync(gnomeProgram) ? '' : ' (not run: GNOME Shell is not installed)';

test.skipIf(noGnome !== '').each([
  ['share', /^works +Paste into windows of Wayland \(GNOME\)$/m, 0],
  ['cancel', /^FAILS +Paste into windows of Wayland \(GNOME\): You didn't allow/m, 1],
] as const)(
  `on GNOME it names the commands to bind, and how it pastes after “%s”${noGnome}`,
  async (answer, paste, expected) => {
    const gnome = await startGnome();
    desktop = gnome;
    await gnome.startPortal();
    const [{ printed, status }] = await Promise.all([
      examine(gnome.env),
      gnome.answerKeysQuestion(answer),
    ]);
    expect(printed).toMatch(/^works +Desktop \(Wayland, GNOME\)$/m);
    expect(printed).toMatch(/^not tried +Hotkeys \(Control\+Alt\+Space\): .*--toggle$/m);
    expect(printed).toMatch(/^works +Paste into a window of CaptionKey \(\d+ ms\)$/m);
    expect(printed).toMatch(paste);
    expect(status).toBe(expected);
  },
);
