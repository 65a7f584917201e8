import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lineOf, Log, openLogFolder } from './log.ts';

let userData: string;
let folder: string;
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'captionkey-log-'));
  folder = openLogFolder(userData);
});
afterEach(() => rmSync(userData, { recursive: true }));

const content = (): string => readFileSync(join(folder, 'main.log'), 'utf8');

test('an event is one line: time, level, area, name and numbers', () => {
  const facts = { cause: 'closed', code: 1006, durationMs: 5 };
  expect(lineOf(new Date(0), 'session-ended', facts)).toBe(
    '1970-01-01T00:00:00.000Z info session session-ended cause=closed code=1006 durationMs=5',
  );
  expect(lineOf(new Date(0), 'exception', { at: ['main:1:2', 'node:3:4'] })).toBe(
    '1970-01-01T00:00:00.000Z error app exception at=main:1:2,node:3:4',
  );
});

test('the lines are in the file, in order, and only their owner reads them', async () => {
  const log = new Log(folder);
  log.event('listening-status', { phase: 'starting' });
  log.event('app-ended');
  await log.close();
  expect(content()).toMatch(
    /^\S+ info captions listening-status phase=starting\n\S+ .*app-ended\n$/,
  );
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'main.log')).mode & 0o777).toBe(0o600);
});

test('free text is no fact, and does not compile', async () => {
  const log = new Log(folder);
  const said = ['Hold', 'a', 'key'].join(' ');
  // @ts-expect-error: a fact is one of a closed set, not free text.
  log.event('listening-status', { phase: said });
  // @ts-expect-error: the event has no such fact.
  log.event('app-ended', { said });
  await log.close();
});

test('a folder that others could read becomes private', () => {
  chmodSync(folder, 0o755);
  openLogFolder(userData);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('the newest 200 lines are in memory, also those of the run before', async () => {
  const before = new Log(folder);
  for (let code = 0; code < 250; code++)
    before.event('process-ended', { process: 'capture', exitCode: code });
  await before.close();
  const log = new Log(folder);
  expect(log.recent).toHaveLength(200);
  log.event('app-ended');
  expect(log.recent).toHaveLength(200);
  expect(log.recent[0]).toMatch(/exitCode=51$/);
  expect(log.recent.at(-1)).toMatch(/app-ended$/);
  await log.close();
});

test('without a folder the app goes on, and the newest lines are in memory', async () => {
  const file = join(userData, 'file');
  writeFileSync(file, '');
  const log = new Log(openLogFolder(file));
  log.event('app-ended');
  await log.close();
  log.event('app-ended');
  await log.close();
  expect(log.recent).toHaveLength(2);
});
