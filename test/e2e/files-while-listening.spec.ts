import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';

/* Listening reads nothing from the disk. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

test('while a sentence is spoken, main opens no file', async () => {
  const list = join(desk.sound.env.XDG_RUNTIME_DIR, 'opened-files');
  writeFileSync(list, '');
  const app = await desk.launch({
    args: ['--captions'],
    env: { OPENED_FILES: list },
    modules: [join(import.meta.dirname, '../support/count-files.cjs')],
  });
  const captions = await app.page('CaptionKey captions');
  const speak = async (index: number): Promise<void> => {
    await desk.sound.play(writeSentence(index, join(app.home, `tmp/${index}.wav`)));
    await captions.getByText(sentences[index] ?? '').waitFor();
  };
  await captions.getByText('Listening').waitFor();
  // Files that are needed once are loaded with the first sentence.
  await speak(0);
  const before = readFileSync(list, 'utf8');
  expect(before).toContain('settings.json');
  await speak(1);
  expect(readFileSync(list, 'utf8').slice(before.length)).toBe('');
});
