import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import type { Exported, ExportFormat } from '#shared/history.ts';
import { samplesIn } from '#core/audio-format.ts';
import { stopStoreClock } from '../../database/still-clock.fixture.ts';
import { turn, value } from '../../database/store.fixture.ts';
import { HistoryDesk } from '../history.fixture.ts';

stopStoreClock();

let desk: HistoryDesk;
beforeEach(() => {
  desk = new HistoryDesk();
});
afterEach(() => desk.desk.clear());

const everything = { words: '' };

/** Exports to a file of this name, and returns its content. */
async function exportAs(format: ExportFormat, exported: Exported = everything): Promise<string> {
  desk.saveTo = join(desk.desk.folder, `exported.${format}`);
  expect(await value(desk.history.export(exported, format))).toBe(desk.saveTo);
  return readFileSync(desk.saveTo, 'utf8');
}

const long =
  'This is a turn that goes on for longer than anybody can read at once, and so it is cut into ' +
  'parts of much the same length, each of which is shown for as long as it took to be said.';

test('one or many are exported as plain text, oldest first', async () => {
  await desk.dictate('First.', 0, 900);
  const id = await desk.dictate('Second.', 1_000, 1_900);
  expect(await exportAs('txt')).toBe('First.\n\nSecond.\n');
  expect(await exportAs('txt', { type: 'dictation', id })).toBe('Second.\n');
  expect(desk.proposed).toBe('Dictation 2026-10-03 14.02.txt');
  expect(await exportAs('txt', { words: 'fir' })).toBe('First.\n');
});

test('Markdown has headings, and shows the exact text', async () => {
  await desk.dictate('# No *stars* <b>', 0, 900);
  await desk.dictate('1. Call [me] _now_', 1_000, 1_900);
  expect(await exportAs('md')).toBe(
    '## 2026-10-03 14:02 · Firefox\n\n\\# No \\*stars\\* \\<b\\>\n\n' +
      '## 2026-10-03 14:02 · Firefox\n\n1\\. Call \\[me\\] \\_now\\_\n',
  );
});

test('JSON has everything that is known', async () => {
  await desk.dictate('“Quoted.”', 0, 900);
  expect(JSON.parse(await exportAs('json'))).toEqual({
    dictations: [
      {
        startedAt: new Date(2026, 9, 3, 14, 2).toISOString(),
        app: 'Firefox',
        state: 'inserted',
        durationMs: 900,
        isPartial: false,
        text: '“Quoted.”',
        cues: [{ startMs: 0, endMs: 1_000, text: '“Quoted.”' }],
      },
    ],
    captions: [],
  });
});

test('captions are exported with each sentence in its place, beside dictations', async () => {
  await desk.dictate('Dictated.', 0, 900);
  const id = await desk.caption(5_000, ['First -', '# Second']);
  expect(await exportAs('txt')).toBe('Dictated.\n\nFirst -\n# Second\n');
  expect(desk.proposed).toBe('History 2026-10-03 14.02.txt');
  const one = { type: 'captions', id } as const;
  expect(await exportAs('md', one)).toBe(
    '## 2026-10-03 14:02 · Captions\n\nFirst -\n\n\\# Second\n',
  );
  expect(desk.proposed).toBe('Captions 2026-10-03 14.02.md');
  expect(await exportAs('srt', one)).toBe(
    '1\n00:00:00,000 --> 00:00:01,000\nFirst -\n\n' +
      '2\n00:00:01,000 --> 00:00:02,000\n# Second\n\n',
  );
  expect(JSON.parse(await exportAs('json', { words: 'second' }))).toMatchObject({
    dictations: [],
    captions: [{ durationMs: 2_000, text: 'First -\n# Second', cues: [{}, {}] }],
  });
});

test('captions of what the computer played say so', async () => {
  const id = await desk.caption(5_000, ['From a film.'], 'computer');
  const one = { type: 'captions', id } as const;
  expect(await exportAs('md', one)).toBe(
    '## 2026-10-03 14:02 · Captions · Computer sound\n\nFrom a film.\n',
  );
  expect(JSON.parse(await exportAs('json', one))).toMatchObject({
    captions: [{ source: 'computer', text: 'From a film.' }],
  });
});

test('subtitles have the times of the turns, several dictations one after the other', async () => {
  await desk.dictate('One.', 5_000, 7_500);
  await desk.dictate('Two.', 3_600_000, 3_603_000);
  const turns = { startSample: samplesIn(3_601_500), endSample: samplesIn(3_603_000) };
  await value(desk.store.saveTurn(turn('More.', turns)));
  expect(await exportAs('srt')).toBe(
    '1\n00:00:00,000 --> 00:00:02,500\nOne.\n\n' +
      '2\n00:00:02,500 --> 00:00:05,500\nTwo.\n\n' +
      '3\n00:00:04,000 --> 00:00:05,500\nMore.\n\n',
  );
});

test('subtitles of a long turn are split between words, each shown for its share of the time', async () => {
  const id = await desk.dictate(long, 0, 18_000);
  const cues = (await exportAs('srt', { type: 'dictation', id }))
    .trim()
    .split('\n\n')
    .map((cue) => cue.split('\n'));
  expect(cues.map((lines) => lines[2]).join(' ')).toBe(long);
  expect(cues).toHaveLength(3);
  for (const [, , text = ''] of cues) expect(text.length).toBeLessThanOrEqual(84);
  expect(cues[0]?.[1]).toMatch(/^00:00:00,000 --> 00:00:0[56],\d+$/);
  expect(cues[2]?.[1]).toMatch(/ --> 00:00:18,000$/);
});

test('subtitles of text without spaces are split, too, and text without turns has its own time', async () => {
  const startedAtMs = 0;
  const id = await value(desk.store.beginDictation({ startedAtMs, app: null, startSample: 0 }));
  const span = { startSample: 0, endSample: 160_000, durationMs: 10_000, isPartial: false };
  await value(desk.store.finishDictation(id, { ...span, text: '字'.repeat(100) }));
  expect(await exportAs('srt', { type: 'dictation', id })).toBe(
    `1\n00:00:00,000 --> 00:00:08,317\n${'字'.repeat(84)}\n\n` +
      `2\n00:00:08,416 --> 00:00:10,000\n${'字'.repeat(16)}\n\n`,
  );
});

test('a cancelled export writes no file, and an export without text shows no dialog', async () => {
  const empty = await desk.history.export(everything, 'txt');
  expect(empty).toMatchObject({ problem: { code: 'nothing-to-export' } });
  expect(desk.proposed).toBeNull();
  await desk.dictate('Text.', 0, 900);
  expect(await value(desk.history.export(everything, 'txt'))).toBeNull();
});

test('a failed export is a sentence, leaves no part of a file, and keeps an older file', async () => {
  await desk.dictate('Text.', 0, 900);
  const away = join(desk.desk.folder, 'away', 'a.txt');
  desk.saveTo = away;
  expect(shown(await desk.history.export(everything, 'txt'))).toEqual({
    ok: false,
    problem: {
      code: 'cannot-export',
      sentence: `${away} couldn't be written. Choose another folder.`,
    },
  });
  const folder = join(desk.desk.folder, 'exports');
  mkdirSync(join(folder, 'a.txt'), { recursive: true });
  writeFileSync(join(folder, 'a.txt', 'inside'), 'older');
  desk.saveTo = join(folder, 'a.txt');
  expect(await desk.history.export(everything, 'txt')).toMatchObject({ ok: false });
  expect(readdirSync(folder)).toEqual(['a.txt']);
  expect(readFileSync(join(folder, 'a.txt', 'inside'), 'utf8')).toBe('older');
});

test('more dictations than one page are exported', async () => {
  for (let n = 0; n < 1_003; n++) {
    const begun = { startedAtMs: n, app: null, startSample: n };
    const id = await value(desk.store.beginDictation(begun));
    const span = { startSample: n, endSample: n + 1, durationMs: 1, isPartial: false };
    void desk.store.finishDictation(id, { ...span, text: `${n}` });
  }
  const lines = (await exportAs('txt')).split('\n\n');
  expect(lines).toHaveLength(1_003);
  expect(lines[0]).toBe('0');
});
