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
  ['/a/$b', String.raw`"/a/\\$b"`],
  ['/a/"b"', String.raw`"/a/\\"b\\""`],
  [String.raw`/a\b`, String.raw`"/a\\\\b"`],
])('the path %s is written as %s', (path, written) => {
  expect(autostartEntry({ command: [path], folder: null })).toContain(`\nExec=${written}\n`);
});

test.each([
  ['/a/100%/b', '"/a/100%%/b"'],
  ['/a=b/c', '"/a=b/c"'],
])('the path %s is an argument, because no desktop would find it as a program', (path, written) => {
  expect(autostartEntry({ command: [path, '--hidden'], folder: null })).toContain(
    String.raw`Exec="sh" "-c" "exec \\"\\$0\\" \\"\\$@\\"" ${written} "--hidden"`,
  );
});

test('line ends and tabs are escaped, so that the entry keeps its lines', () => {
  const entry = autostartEntry({ command: ['/a\nb\tc'], folder: '/d\re' });
  expect(entry.split('\n')).toEqual([
    ...['[Desktop Entry]', 'Type=Application', 'Name=CaptionKey'],
    ...[String.raw`Exec="/a\nb\tc"`, String.raw`Path=/d\re`, ''],
  ]);
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
