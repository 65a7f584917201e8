import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recording, recordingFolder } from '../../test/support/recording.ts';
import { loadRecording } from './recording.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'));
  for (const name of ['recording.wav', 'words.json']) {
    await copyFile(join(recordingFolder, name), join(folder, name));
  }
});
afterEach(() => rm(folder, { recursive: true }));

it('reads the sound and the words', async () => {
  expect(await loadRecording(folder)).toEqual(recording);
});

it.each([
  ['no JSON', '{'],
  ['no words', '{ "licence": "", "turns": [] }'],
  ['a word that ends before it starts', wordsOf(500, 400)],
  ['a word after the end of the sound', wordsOf(500, 60_000)],
])('names the file if words.json holds %s', async (_what, content) => {
  await writeFile(join(folder, 'words.json'), content);
  await expect(loadRecording(folder)).rejects.toThrow('words.json');
});

it('names the file if recording.wav is not a WAV file', async () => {
  await writeFile(join(folder, 'recording.wav'), 'not a sound');
  await expect(loadRecording(folder)).rejects.toThrow('recording.wav is not a WAV file');
});

it('names the file that is missing', async () => {
  await rm(join(folder, 'recording.wav'));
  await expect(loadRecording(folder)).rejects.toThrow('recording.wav cannot be read.');
});

function wordsOf(startMs: number, endMs: number): string {
  return JSON.stringify({ licence: '', turns: [{ words: [{ text: 'Hold', startMs, endMs }] }] });
}
