import { expect, test } from 'vitest';
import { appName } from './app-name.ts';

test('a program has the name of its window class', () => {
  expect(appName(['xterm', 'XTerm'])).toBe('XTerm');
  expect(appName(['org.gnome.Console', 'org.gnome.Console'])).toBe('Console');
  expect(appName(['gimp', 'Gimp-2.10'])).toBe('Gimp-2.10');
  expect(appName([])).toBe('');
});
