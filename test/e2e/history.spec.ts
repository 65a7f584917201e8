import { existsSync, readdirSync, readFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { samplesIn } from '../../electron/core/audio-format.ts';
import { StoreDesk, value } from '../../electron/main/store/store.fixture.ts';
import type { Store } from '../../electron/main/store/store.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { between, recording, sentences } from '../support/recording.ts';

/* What was dictated before this start: found, transcribed again, exported, deleted. */
let desk: Desk;
let userData: string;
let app: App;
let panel: Page;

const waitFor = { timeout: 30_000, interval: 50 };

/** The first sentence of the recording, and a second without words. */
const toMs = (recording.turns[0]?.words.at(-1)?.endMs ?? 0) + 1_000;
const startedAtMs = Date.UTC(2026, 9, 3, 14, 2);

async function dictateBefore(store: Store): Promise<void> {
  const begun = { startedAtMs, app: 'Firefox' };
  const old = await value(store.beginDictation({ ...begun, startSample: 0 }));
  const text = 'Zebrafinken flöten verlegen.';
  const span = { startSample: 0, endSample: 16_000, durationMs: 1_000, isPartial: false };
  await value(store.finishDictation(old, { ...span, text }));
  await value(store.setOutcome(old, 'delivered'));

  const startSample = 32_000;
  const writer = new WavWriter(join(userData, 'recordings', 'failed.wav'));
  writer.append(new Uint8Array(between(0, toMs).buffer));
  writer.close();
  await value(store.beginRecording({ path: 'failed.wav', startedAtMs, startSample }));
  const failed = await value(store.beginDictation({ ...begun, startSample }));
  const endSample = startSample + samplesIn(toMs);
  const heard = { startSample, endSample, durationMs: toMs, isPartial: false, text: '' };
  await value(store.finishDictation(failed, heard));
  await value(store.setOutcome(failed, 'failed'));
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

test('what was dictated is found as it is typed', async () => {
  await item('Zebrafinken').waitFor();
  await history().getByRole('searchbox').fill('flo');
  await item('Not transcribed').waitFor({ state: 'detached' });
  expect(await history().locator('mark').innerText()).toBe('flöten');
  await history().getByRole('searchbox').fill('');
  await item('Not transcribed').waitFor();
});

test('what could not be transcribed is, from its recording', async () => {
  await item('Not transcribed').getByRole('button', { name: 'Transcribe again' }).click();
  await item(sentences[0] ?? '').waitFor({ timeout: 60_000 });
  expect(await item(sentences[0] ?? '').innerText()).toContain('Not inserted');
});

test('it is exported with the times of its words', async () => {
  await history().getByLabel('Export as').selectOption('srt');
  const press = () =>
    item(sentences[0] ?? '')
      .getByRole('button', { name: 'Export…' })
      .click();
  const written = await exportTo(join(app.home, 'one.srt'), press);
  const cues = written.matchAll(/(\d\d):(\d\d):(\d\d),(\d{3}) -->[^\n]*\n([^\n]*)\n/g);
  const [cue, ...others] = [...cues];
  expect(others).toEqual([]);
  expect(cue?.[5]).toBe(sentences[0]);
  const firstWordMs = recording.turns[0]?.words[0]?.startMs ?? 0;
  const startMs = Number(cue?.[3]) * 1_000 + Number(cue?.[4]);
  expect(Math.abs(startMs - firstWordMs)).toBeLessThan(300);
});

test('many are exported at once', async () => {
  await history().getByLabel('Export as').selectOption('txt');
  const press = () => history().getByRole('button', { name: 'Export all…' }).click();
  expect(await exportTo(join(app.home, 'all.txt'), press)).toBe(
    `Zebrafinken flöten verlegen.\n\n${sentences[0]}\n`,
  );
});

test('what is deleted is nowhere on the disk, neither words nor sound', async () => {
  const databases = (): string =>
    readdirSync(userData)
      .filter((name) => name.startsWith('captionkey.db'))
      .map((name) => readFileSync(join(userData, name), 'utf8').toLowerCase())
      .join();
  expect(databases()).toContain('zebrafinken');
  for (const text of ['Zebrafinken', sentences[0] ?? '']) {
    await item(text).getByRole('button', { name: 'Delete' }).click();
    await item(text).getByRole('button', { name: 'Really delete?' }).click();
    await item(text).waitFor({ state: 'detached' });
  }
  await history().getByText('Nothing was dictated yet.').waitFor();
  for (const trace of ['zebrafinken', 'ebraf', sentences[0]?.toLowerCase() ?? ''])
    expect(databases()).not.toContain(trace);
  await vi.waitFor(
    () => expect(existsSync(join(userData, 'recordings', 'failed.wav'))).toBe(false),
    waitFor,
  );
});
