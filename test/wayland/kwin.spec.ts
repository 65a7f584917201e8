import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { kwinProgram, startKwin, type KwinDesktop } from '../../tools/desktop-harness/kwin/kwin.ts';
import { openClipboard } from '../../tools/desktop-harness/wayland/clipboard.ts';
import type { StartedTarget } from '../../tools/desktop-harness/wayland/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { recordingsIn } from '../support/crash.ts';
import { startWaylandDesk, type WaylandDesk } from '../support/wayland-desk.ts';

/*
 * The whole app on a real KWin, where so far it has the way of X windows only: started and ended by
 * verbs, as a person binds them to keys.
 */
let desk: WaylandDesk<KwinDesktop>;
let app: App;
let clip: Clip;
let targets: StartedTarget[];

const waitFor = { timeout: 30_000, interval: 20 };

/** Debian has both in its packages; elsewhere sway may be there alone. */
const isHere = existsSync(kwinProgram);

describe.skipIf(!isHere)(`on KWin${isHere ? '' : ' (not run: KWin is not installed)'}`, () => {
  beforeAll(async () => {
    desk = await startWaylandDesk(startKwin);
    const settings = { recordingRetention: 'forever', keepConnectedSeconds: 20 };
    app = await desk.launch({
      args: ['--stop'],
      files: { 'settings.json': JSON.stringify(settings) },
    });
    clip = cutClip(app.home, 0, 3);
  });
  beforeEach(() => {
    targets = [];
  });
  afterEach(async () => {
    for (const target of targets) await target.stop();
  });
  afterAll(() => desk.stop());

  const samples = (): number =>
    recordingsIn(app.userData).reduce((sum, { samples: count }) => sum + count, 0);

  async function dictate(): Promise<void> {
    const before = samples();
    await desk.verb(app, '--start');
    await vi.waitFor(() => expect(samples()).toBeGreaterThan(before), waitFor);
    const from = samples();
    await desk.sound.play(clip.path);
    await vi.waitFor(() => expect(samples() - from).toBeGreaterThan(clip.samples), waitFor);
    await desk.verb(app, '--stop');
  }

  test.each(['xterm', 'gtk-x11'] as const)('what is said is in %s, an X window', async (kind) => {
    const target = await desk.desktop.startTarget(kind);
    targets.push(target);
    await dictate();
    await vi.waitFor(() => expect(target.text()).toBe(clip.text), waitFor);
  });

  test('for a window of Wayland the text is on its clipboard, with the reason', async () => {
    const target = desk.desktop.startNative('gtk');
    targets.push(target);
    const captions = await app.page('CaptionKey captions');
    await dictate();
    await captions.getByText(/lets no app press keys/).waitFor();
    const clipboard = await openClipboard(desk.desktop.env);
    const content = await clipboard.content();
    clipboard.close();
    expect(content['text/plain;charset=utf-8']?.toString()).toBe(clip.text);
    expect(target.text()).toBe('');
  });
});
