import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { startDesk, type Desk } from '../support/desk.ts';

/* What the app does first when it starts: its hotkeys are what it is for. */
declare const recordedStart: string[];

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

test('the hotkeys are taken before any window and the tray, and the log says when they are heard', async () => {
  const modules = [join(import.meta.dirname, '../support/record-start.cjs')];
  const app = await desk.launch({ modules });
  await app.page('CaptionKey');
  const start = await app.electron.evaluate(() => recordedStart);
  // The dictation key is taken once its release can be heard, which another process says.
  expect(start.slice(0, 3)).toEqual(['shortcut', 'shortcut', 'shortcut']);
  expect(start).toEqual(expect.arrayContaining(['window', 'tray']));
  await app.hears();
  await vi.waitFor(
    async () =>
      expect(await readFile(join(app.userData, 'logs/main.log'), 'utf8')).toMatch(
        / info app hotkeys-ready unheard=0$/m,
      ),
    { timeout: 60_000, interval: 50 },
  );
  // The capture process would take the processor from the key watch, which says that keys are heard.
  const log = await vi.waitFor(
    async () => {
      const written = await readFile(join(app.userData, 'logs/main.log'), 'utf8');
      expect(written).toMatch(/process-started process=capture/);
      return written;
    },
    { timeout: 60_000, interval: 50 },
  );
  const atMs = (line: RegExp): number => Date.parse(line.exec(log)?.[1] ?? '');
  const captureAtMs = atMs(/^(\S+) .* process-started process=capture/m);
  const hasWaited =
    captureAtMs - atMs(/^(\S+) .* process-started process=key-watch/m) >= tuning.hotkeysFirstMs;
  const order = [...log.matchAll(/ (hotkeys-ready|process-started process=capture)/g)];
  if (!hasWaited) expect(order[0]?.[1]).toBe('hotkeys-ready');
});
