import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { autostartEntry, setAutostart } from './autostart.ts';

test('the entry starts the program hidden', () => {
  const command = ['/opt/CaptionKey/captionkey', '--hidden'];
  expect(autostartEntry({ command, folder: null }).split('\n')).toEqual([
    ...['[Desktop Entry]', 'Type=Application', 'Name=CaptionKey'],
    ...['Exec="/opt/CaptionKey/captionkey" "--hidden"', ''],
  ]);
});

test.each([
  ['/home/me/My Apps/a', '"/home/me/My Apps/a"'],
  ['/a/100%', '"/a/100%%"'],
  ['/a/$b', String.raw`"/a/\\$b"`],
  ['/a/"b"', String.raw`"/a/\\"b\\""`],
  [String.raw`/a\b`, String.raw`"/a\\\\b"`],
])('the path %s is written as %s', (path, written) => {
  expect(autostartEntry({ command: [path], folder: null })).toContain(`\nExec=${written}\n`);
});

test('the entry is written with its folder, and removed', () => {
  const home = mkdtempSync(join(tmpdir(), 'captionkey-autostart-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const path = join(home, '.config/autostart/captionkey.desktop');
  setAutostart(path, { command: ['npm', 'start'], folder: '/src' });
  expect(readFileSync(path, 'utf8')).toContain('Exec="npm" "start"\nPath=/src\n');
  setAutostart(path, null);
  expect(existsSync(path)).toBe(false);
  setAutostart(path, null);
});
