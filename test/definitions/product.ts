import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageId } from '#shared/pages.ts';

const root = join(import.meta.dirname, '../..');

/** The source files of the product by their paths, without tests, fixtures and messages. */
export function readProduct(pattern = '{electron,renderer,shared}/**/*.{ts,svelte}') {
  const paths = globSync(pattern, { cwd: root }).filter(
    (path) => !/\.(test|fixture)\.ts$|^shared\/messages\//.test(path),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The name of the component that is a page of the panel. */
export const componentOf = (page: PageId): string =>
  `${page.slice(0, 1).toUpperCase()}${page.slice(1)}Page`;
