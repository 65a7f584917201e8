import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findCycle, importsAgainst, readImports } from './imports.ts';
import { zones } from './zones.ts';

const imports = readImports(resolve(import.meta.dirname, '../..'));

test('the imports of the product, its tests and its tools are read', () => {
  expect(imports.get('electron/main/index.ts')).toContain('electron/main/app.ts');
  expect(imports.get('electron/main/app.ts')?.length).toBeGreaterThan(20);
  expect(imports.get('renderer/panel/Panel.svelte')?.length).toBeGreaterThan(0);
  const shared = [...imports.values()].flat().filter((file) => file.startsWith('shared/'));
  expect(shared.length).toBeGreaterThan(100);
});

test.each(zones)('$target imports nothing of $from', (zone) => {
  expect(importsAgainst(zone, imports), zone.message).toEqual([]);
});

test('an import against a zone is found, and one that the zone allows is not', () => {
  const zone = { target: './core', from: ['./app'], except: ['./open'], message: '' };
  const some = new Map([
    ['core/a.ts', ['app/inner/b.ts', 'app/open/c.ts', 'core/d.ts']],
    ['other/a.ts', ['app/inner/b.ts']],
  ]);
  expect(importsAgainst(zone, some)).toEqual([['core/a.ts', 'app/inner/b.ts']]);
});

test('a zone of the product leaves out tests and fixtures', () => {
  const product = zones.at(-1);
  const files = ['shared/a.ts', 'shared/deep/a.ts', 'shared/a.test.ts', 'shared/a.fixture.ts'];
  const some = new Map(files.map((file) => [file, ['test/support/app.ts']]));
  const wrong = product === undefined ? [] : importsAgainst(product, some);
  expect(wrong.map(([file]) => file)).toEqual(['shared/a.ts', 'shared/deep/a.ts']);
});

test('no file imports itself, not even through others or for a type', () => {
  expect(findCycle(imports)).toBeNull();
});

test('a circle of imports is found', () => {
  const circle = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts', 'd.ts'], 'c.ts': [], 'd.ts': ['b.ts'] };
  expect(findCycle(new Map(Object.entries(circle)))).toEqual(['b.ts', 'd.ts', 'b.ts']);
});
