import { readdirSync, readFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import { listWindows } from '../../tools/desktop-harness/windows.ts';
import { StoreDesk, value } from '../../electron/main/storage/database/store.fixture.ts';
import type { Store } from '../../electron/main/storage/database/store.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { between, recording, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';
import { focusWindow, openPage } from '../support/pages.ts';

/* Earlier dictations can be found, transcribed again, exported and deleted. */
let desk: Desk;
let userData: string;
let app: App;
let panel: Page;

const startedAtMs = Date.UTC(2026, 9, 3, 14, 2);

/** Silence in front of each sentence; the recording begins with no more of it. */
const leadMs = Math.min(500, recording.turns[0]?.words[0]?.startMs ?? 0);

/** A sentence of the recording, with the silence around it. */
function saying(index: number): Int16Array {
  const words = recording.turns[index]?.words ?? [];
  return between((words[0]?.startMs ?? 0) - leadMs, (words.at(-1)?.endMs ?? 0) + 1_000);
}

/** Begins a dictation whose sound is in a recording that has no text. */
async function record(store: Store, path: string, startSample: number, pcm: Int16Array) {
  const writer = new WavWriter(join(userData, 'recordings', path));
  writer.append(new Uint8Array(pcm.buffer));
  writer.close();
  await value(store.beginRecording({ path, startedAtMs, startSample }));
  return value(store.beginDictation({ startedAtMs, app: 'Firefox', startSample }));
}

/** One dictation that was inserted, one that failed, and one in which the app was killed. */
async function dictateBefore(store: Store): Promise<void> {
  const span = { startSample: 0, endSample: 16_000, durationMs: 1_000, isPartial: false };
  const old = await value(store.beginDictation({ startedAtMs, app: null, startSample: 0 }));
  await value(store.finishDictation(old, { ...span, text: 'Zebrafinken flöten verlegen.' }));
  await value(store.setOutcome(old, 'inserted'));

  const startSample = 32_000;
  const endSample = startSample + saying(0).length;
  const failed = await record(store, 'failed.wav', startSample, saying(0));
  await value(store.endRecording(1, endSample));
  await value(store.finishDictation(failed, { ...span, startSample, endSample, text: '' }));
  await value(store.setOutcome(failed, 'failed'));

  await record(store, 'cut-short.wav', endSample, saying(1));
}

beforeAll(async () => {
  desk = await startDesk();
  const before = new StoreDesk();
  userData = mkdtempSync(join(tmpdir(), 'captionkey-history-'));
  mkdirSync(join(userData, 'recordings'));
  await dictateBefore(before.start(join(userData, 'captionkey.db')));
  await before.clear();
  app = await desk.launch({ userData });
  panel = await app.page('CaptionKey');
  await openPage(panel, 'history');
});
afterAll(async () => {
  await desk.stop();
  rmSync(userData, { recursive: true });
});

const history = () => panel.getByRole('region', { name: 'History' });
const item = (text: string) => history().getByRole('listitem').filter({ hasText: text });

/** The system's dialog cannot be reached by a page; here it has been answered. */
async function exportTo(path: string, press: () => Promise<void>): Promise<string> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await press();
  await history().getByText(`Saved as ${path}`).waitFor();
  return readFileSync(path, 'utf8');
}

test('a search finds dictations while it is typed', async () => {
  await item('Zebrafinken').waitFor();
  await history().getByRole('searchbox').fill('flo');
  await item('Not transcribed').waitFor({ state: 'detached' });
  expect(await history().locator('mark').innerText()).toBe('flö');
  await history().getByRole('searchbox').fill('');
  await item('Not transcribed').waitFor();
});

test('a text is inserted where the person was before the panel, or else stays on the clipboard', async () => {
  const text = 'Zebrafinken flöten verlegen.';
  const insert = async () => {
    await focusWindow(desk.display, app, 'CaptionKey');
    await item('Zebrafinken').getByRole('button', { name: 'Insert', exact: true }).click();
  };
  const target = await startProgram(desk.display, 'gtk_entry');
  await insert();
  await item('Zebrafinken').getByText('Inserted.').waitFor();
  await vi.waitFor(async () => expect(await target.text()).toBe(text), patient);
  await vi.waitFor(async () => {
    const windows = await listWindows(desk.display);
    expect(windows.map(({ title }) => title)).toContain('CaptionKey');
  }, patient);
  await target.stop();
  await insert();
  await item('Zebrafinken').getByText('No window had the focus').waitFor();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
});

test('a failed dictation can be transcribed from its recording', async () => {
  await item('Not transcribed').getByRole('button', { name: 'Transcribe again' }).click();
  await item(sentences[0] ?? '').waitFor();
  expect(await item(sentences[0] ?? '').innerText()).toContain('Not inserted');
});

test('a dictation that a crash ended has its text after the recovery', async () => {
  const unfinishedRecordings = panel.getByRole('region', { name: 'Not transcribed yet' });
  await vi.waitFor(
    async () => expect(await unfinishedRecordings.getByRole('listitem').count()).toBe(1),
    patient,
  );
  await unfinishedRecordings.getByRole('button', { name: 'Transcribe now' }).click();
  await item(sentences[1] ?? '').waitFor();
  expect(await item(sentences[1] ?? '').innerText()).toContain('Interrupted');
  await unfinishedRecordings.waitFor({ state: 'detached' });
});

test('a dictation is exported with the times of its words', async () => {
  await history().getByLabel('Export as').selectOption('srt');
  const opener = item(sentences[0] ?? '').getByRole('button', { name: 'Show the whole text' });
  await opener.click({ position: { x: 4, y: 4 } });
  const press = () =>
    item(sentences[0] ?? '')
      .getByRole('button', { name: 'Export…' })
      .click();
  const written = await exportTo(join(app.home, 'one.srt'), press);
  const cues = written.matchAll(/(\d\d):(\d\d):(\d\d),(\d{3}) -->[^\n]*\n([^\n]*)\n/g);
  const [cue, ...others] = [...cues];
  expect(others).toEqual([]);
  expect(cue?.[5]).toBe(sentences[0]);
  const startMs = Number(cue?.[3]) * 1_000 + Number(cue?.[4]);
  expect(Math.abs(startMs - leadMs)).toBeLessThan(300);
});

test('several dictations are exported at once', async () => {
  await history().getByLabel('Export as').selectOption('txt');
  const press = () => history().getByRole('button', { name: 'Export all…' }).click();
  expect(await exportTo(join(app.home, 'all.txt'), press)).toBe(
    `Zebrafinken flöten verlegen.\n\n${sentences[0]}\n\n${sentences[1]}\n`,
  );
});

test('a deleted dictation has neither words nor sound on the disk', async () => {
  const databases = (): string =>
    readdirSync(userData)
      .filter((name) => name.startsWith('captionkey.db'))
      .map((name) => readFileSync(join(userData, name), 'utf8').toLowerCase())
      .join();
  expect(databases()).toContain('zebrafinken');
  for (const text of ['Zebrafinken', ...sentences.slice(0, 2)]) {
    await item(text).getByRole('button', { name: 'Delete' }).click();
    await item(text).getByRole('button', { name: 'Really delete?' }).click();
    await item(text).waitFor({ state: 'detached' });
  }
  await history()
    .getByText(/^Nothing yet/)
    .waitFor();
  for (const trace of ['zebrafinken', 'ebraf', ...sentences.slice(0, 2)])
    expect(databases()).not.toContain(trace.toLowerCase());
  await vi.waitFor(() => expect(readdirSync(join(userData, 'recordings'))).toEqual([]), patient);
});
