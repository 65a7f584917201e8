import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExportFormat } from '#shared/history.ts';
import { value } from '../../database/store.fixture.ts';
import { HistoryDesk } from '../history.fixture.ts';

let desk: HistoryDesk;
beforeEach(() => {
  desk = new HistoryDesk();
});
afterEach(() => desk.desk.clear());

/** Exports all dictations to a file of this format, and returns its content. */
async function exportAs(format: ExportFormat): Promise<string> {
  desk.saveTo = join(desk.desk.folder, `exported.${format}`);
  expect(await value(desk.history.export({ words: '' }, format))).toBe(desk.saveTo);
  return readFileSync(desk.saveTo, 'utf8');
}

/** What ffmpeg reads in a file of subtitles, in the form that it would write. */
async function readByFfmpeg(): Promise<string> {
  const args = ['-v', 'error', '-i', desk.saveTo ?? '', '-f', 'srt', '-'];
  const { stdout, stderr } = await promisify(execFile)('ffmpeg', args);
  expect(stderr).toBe('');
  return stdout;
}

const long =
  'This is a turn that goes on for longer than anybody can read at once, and so it is cut into ' +
  'parts of much the same length, each of which is shown for as long as it took to be said.';

test('ffmpeg reads the words in the srt', async () => {
  await desk.dictate('Fish & chips -> "two" {please}', 0, 2_000);
  await desk.dictate(long, 10_000, 28_000);
  const written = await exportAs('srt');
  expect(await readByFfmpeg()).toBe(written);
});

test('ffmpeg reads the words in the vtt', async () => {
  await desk.dictate('a < b && b > c --> &amp; <i>', 0, 2_000);
  await desk.dictate(long, 10_000, 28_000);
  const written = await exportAs('vtt');
  expect(written).toMatch(/^WEBVTT\n\n/);
  expect(written).toContain('a &lt; b &amp;&amp; b &gt; c --&gt; &amp;amp; &lt;i&gt;');
  const read = await readByFfmpeg();
  expect(read).toContain('a < b && b > c --> &amp; <i>');
  expect(read.trim().split('\n\n')).toHaveLength(4);
});
