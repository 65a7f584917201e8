import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commentsIn } from './comments.ts';
import { fill, table } from './fill.ts';
import { settingsBlocks, settingsPage } from './settings-page.ts';

test('docs/settings.md says what the definitions say; `npm run docs` writes it', async () => {
  const page = readFileSync(settingsPage, 'utf8');
  expect(await fill(settingsPage, page, settingsBlocks())).toBe(page);
});

test('every setting, option and variable has a line with its meaning', () => {
  for (const [name, block] of settingsBlocks())
    for (const row of block.split('\n').filter((line) => line.startsWith('| `')))
      expect(row.split(/(?<!\\)\|/)[name === 'settings' ? -4 : 2], row).not.toBe('  ');
});

test('a comment is found by the property that it stands above', () => {
  const source = `
const some = {
  /** One line. */
  one: 1,
  /**
   * Two
   * lines.
   */
  'in-quotes': 2,
  bare: 3,
};`;
  expect([...commentsIn(source)]).toEqual([
    ['one', 'One line.'],
    ['in-quotes', 'Two lines.'],
  ]);
});

test('blocks are filled in, and the rest of the page stays', async () => {
  const page = '# Title\n\n<!-- generated: some -->\n\nold\n\n<!-- end -->\n\nProse.\n';
  const filled = await fill('page.md', page, new Map([['some', table(['a'], [['x|y']])]]));
  expect(filled).toContain('| x\\|y |');
  expect(filled).not.toContain('old');
  expect(filled).toMatch(/^# Title\n[^]*\nProse\.\n$/);
  await expect(fill('page.md', page, new Map())).rejects.toThrow('some');
  await expect(fill('page.md', 'Prose.', new Map([['some', '']]))).rejects.toThrow('some');
});
