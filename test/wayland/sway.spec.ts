import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  startSway,
  type SwayDesktop,
  type SwayTarget,
} from '../../tools/desktop-harness/sway/sway.ts';
import type { TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { recordingsIn } from '../support/crash.ts';
import { startWaylandDesk, type WaylandDesk } from '../support/wayland-desk.ts';

/* The whole app on a real sway: from a held key to the text in programs of others. */
let desk: WaylandDesk<SwayDesktop>;
let app: App;
let clip: Clip;
let targets: SwayTarget[];

const waitFor = { timeout: 30_000, interval: 20 };
const key = 'ctrl+alt+space';
const captionsTitle = 'CaptionKey captions';

/** What is said in the clip becomes accents, Chinese and an emoji of several parts. */
const written = 'naïve Größe 你好 👩‍👩‍👧';

const rich = {
  'text/plain;charset=utf-8': 'kept: ü 🙂',
  'text/html': '<b>kept</b>',
  'image/png': Buffer.from([137, 80, 78, 71, 0, 255]),
};
const richContent = Object.fromEntries(
  Object.entries(rich).map(([type, bytes]) => [type, Buffer.from(bytes)]),
);

beforeAll(async () => {
  desk = await startWaylandDesk(startSway);
  const replacements = [{ from: 'what you mean', to: written }];
  const settings = { recordingRetention: 'forever', keepConnectedSeconds: 20, replacements };
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

async function start(kind: TargetKind): Promise<SwayTarget> {
  const target = await desk.desktop.startTarget(kind);
  targets.push(target);
  return target;
}

const samples = (): number =>
  recordingsIn(app.userData).reduce((sum, { samples: count }) => sum + count, 0);

/** Says the clip; resolves once all of it was heard. */
async function say(): Promise<void> {
  const before = samples();
  await vi.waitFor(() => expect(samples()).toBeGreaterThan(before), waitFor);
  const from = samples();
  await desk.sound.play(clip.path);
  await vi.waitFor(() => expect(samples() - from).toBeGreaterThan(clip.samples), waitFor);
}

/** Whether the microphone is on, or goes on within two seconds. */
async function isHeard(): Promise<boolean> {
  const before = samples();
  for (let count = 0; count < 40; count += 1) {
    if (samples() > before) return true;
    await sleep(50);
  }
  return false;
}

async function dictate(): Promise<void> {
  const held = await desk.desktop.keyboard.hold(key);
  await say();
  await held.release();
}

/** Terminals are told by programs when a paste begins and ends. */
const textIn = (target: SwayTarget): string =>
  target.text().replaceAll('\u001b[200~', '').replaceAll('\u001b[201~', '');

const isClipboardBack = (): Promise<void> =>
  vi.waitFor(
    async () => expect(await desk.desktop.clipboard.content()).toEqual(richContent),
    waitFor,
  );

/** What a dictation writes. */
const said = `and say ${written}.`;

/** One of each in CI; `npm run test:slow` dictates fifty times, ten into each. */
const rounds = process.env.CAPTIONKEY_SLOW === '1' ? 10 : 1;

test.each<TargetKind>(['foot', 'gtk', 'qt', 'xterm', 'gtk-x11'])(
  `what is said ${rounds} times while the key is held is in %s, and the clipboard is as it was`,
  { timeout: 60_000 + rounds * 15_000 },
  async (kind) => {
    const target = await start(kind);
    for (let count = 1; count <= rounds; count += 1) {
      await desk.desktop.clipboard.copy(rich);
      await dictate();
      const all = Array.from({ length: count }, () => said).join(' ');
      await vi.waitFor(() => expect(textIn(target)).toBe(all), waitFor);
      await isClipboardBack();
    }
  },
);

test('the captions float above the other windows and never have the focus', async () => {
  const target = await start('gtk');
  const held = await desk.desktop.keyboard.hold(key);
  await vi.waitFor(
    // In the middle of the lower edge, 32 pixels above it.
    async () =>
      expect(await desk.desktop.floating()).toEqual([{ title: captionsTitle, x: 190, y: 644 }]),
    waitFor,
  );
  expect(await desk.desktop.focused()).toMatchObject({ id: target.window.id });
  const { CAPTIONKEY_SCREENSHOTS: folder } = process.env;
  await say();
  if (folder) await desk.desktop.screenshot(join(folder, 'sway.png'));
  await held.release();
  await vi.waitFor(() => expect(textIn(target)).toBe(said), waitFor);
  expect(await desk.desktop.focused()).toMatchObject({ id: target.window.id });
});

test.each<[TargetKind, TargetKind]>([
  ['foot', 'gtk'],
  ['gtk', 'xterm'],
  ['xterm', 'foot'],
])('a text for %s is typed nowhere when %s has the focus by then', async (first, second) => {
  const target = await start(first);
  await desk.desktop.clipboard.copy(rich);
  const held = await desk.desktop.keyboard.hold(key);
  await say();
  const other = await start(second);
  await held.release();
  const captions = await app.page(captionsTitle);
  await captions.getByText(/nothing was typed/).waitFor();
  expect([textIn(target), textIn(other)]).toEqual(['', '']);
  expect(await desk.desktop.clipboard.content()).toEqual(richContent);
});

test('what captions have written is on the clipboard when they end, for windows of Wayland too', async () => {
  await start('foot');
  await desk.desktop.clipboard.copy(rich);
  await desk.desktop.keyboard.press('ctrl+alt+c');
  await say();
  await desk.desktop.keyboard.press('ctrl+alt+c');
  await vi.waitFor(async () => {
    const content = await desk.desktop.clipboard.content();
    expect(content['text/plain;charset=utf-8']?.toString()).toBe(clip.text);
  }, waitFor);
});

test('a tap starts, and the next one ends', async () => {
  const target = await start('gtk');
  await desk.desktop.keyboard.press(key);
  await say();
  await desk.desktop.keyboard.press(key);
  await vi.waitFor(() => expect(textIn(target)).toBe(said), waitFor);
});

test('when a release gets lost, the next press ends the dictation', async () => {
  const target = await start('gtk');
  const held = await desk.desktop.keyboard.hold(key);
  await say();
  const release = 'Ctrl+Mod1+space nop captionkey dictate release';
  await desk.desktop.ipc.run('unbindsym --release Ctrl+Mod1+space');
  await held.release();
  await desk.desktop.ipc.run(`bindsym --release ${release}`);
  await desk.desktop.keyboard.press(key);
  await vi.waitFor(() => expect(textIn(target)).toBe(said), waitFor);
});

test('the hotkeys are heard after sway has read its configuration again', async () => {
  // Until the app has bound the keys again, they go to the program, and type nothing there.
  const target = await start('gtk');
  const reloaded = Promise.withResolvers<undefined>();
  await desk.desktop.ipc.subscribe(['workspace'], (_event, value) => {
    if (JSON.stringify(value).includes('"reload"')) reloaded.resolve(undefined);
  });
  await desk.desktop.ipc.run('reload');
  await reloaded.promise;
  // The keys are bound again once the app has heard of it, too.
  let held = await desk.desktop.keyboard.hold(key);
  for (let tries = 0; !(await isHeard()); tries += 1) {
    expect(tries).toBeLessThan(10);
    await held.release();
    held = await desk.desktop.keyboard.hold(key);
  }
  await say();
  await held.release();
  await vi.waitFor(() => expect(textIn(target)).toBe(said), waitFor);
});

test('the keys are free again when the app has ended', async () => {
  const target = await start('foot');
  await app.electron.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await app.electron.waitForEvent('close').catch(() => undefined);
  await desk.desktop.keyboard.press('ctrl+alt+c');
  await vi.waitFor(() => expect(target.text()).toBe('\u001b\u0003'), waitFor);
});
