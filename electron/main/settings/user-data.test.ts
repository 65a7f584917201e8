import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { probeUserData, whyNotWritten } from './user-data.ts';

test('a folder that can be written is fine, and nothing is left in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-probe-'));
  expect(probeUserData(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'file'), '');
  expect(probeUserData(join(folder, 'file'))).toMatchObject({ code: 'cannot-keep' });
  rmSync(folder, { recursive: true });
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  [systemError('ENOSPC'), /the disk with \/data is full: free some space/],
  [systemError('EDQUOT'), /full/],
  [systemError('EROFS'), /\/data cannot be written: change that, or name another folder/],
  [systemError('EACCES'), /cannot be written/],
  ['odd', /cannot be written/],
])('%s has a way out', (error, sentence) => {
  const problem = { code: 'cannot-keep', params: whyNotWritten(error, '/data') } as const;
  expect(sentenceOf(problem)).toMatch(sentence);
});
