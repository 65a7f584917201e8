import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { patient } from '../support/patient.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { mainTuning } from '../../electron/main/time/tuning.ts';

/* The order of the start: the hotkeys come first, because people start the app for them. */
declare const recordedStart: string[];

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

test('captions that are requested at the start appear once their page has painted', async () => {
  const modules = [join(import.meta.dirname, '../support/record-start.cjs')];
  const app = await desk.launch({ modules, args: ['--captions'] });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  const start = await vi.waitFor(async () => {
    const recorded = await app.electron.evaluate(() => recordedStart);
    expect(recorded).toContain('CaptionKey captions is shown');
    return recorded;
  }, patient);
  expect(start.filter((what) => what.includes('captions'))).toEqual([
    'CaptionKey captions can be shown',
    'CaptionKey captions is shown',
  ]);
});

test('the hotkeys are registered before any window and the tray, and the log says when they work', async () => {
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
    patient,
  );
  // The capture process would take the processor from the key watch, which says that keys are heard.
  const log = await vi.waitFor(async () => {
    const written = await readFile(join(app.userData, 'logs/main.log'), 'utf8');
    expect(written).toMatch(/process-started process=capture/);
    return written;
  }, patient);
  const atMs = (line: RegExp): number => Date.parse(line.exec(log)?.[1] ?? '');
  const captureAtMs = atMs(/^(\S+) .* process-started process=capture/m);
  const hasWaited =
    captureAtMs - atMs(/^(\S+) .* process-started process=key-watch/m) >= mainTuning.hotkeysFirstMs;
  const order = [...log.matchAll(/ (hotkeys-ready|process-started process=capture)/g)];
  if (!hasWaited) expect(order[0]?.[1]).toBe('hotkeys-ready');
});
