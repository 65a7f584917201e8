import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#shared/messages/languages.ts';
import { pageIds } from '#shared/pages.ts';
import { componentOf, readProduct } from './product.ts';

/* A page of the panel is a component in renderer/panel/pages/, an id and a title. */

test('the components in renderer/panel/pages/ are the pages of the navigation', () => {
  const files = [...readProduct('renderer/panel/pages/*.svelte').keys()].map((path) =>
    basename(path),
  );
  const expected = pageIds.map((id) => `${componentOf(id)}.svelte`);
  expect(files.toSorted()).toEqual(expected.toSorted());
});

test.each(Object.entries(languages))('every page has its own title in %s', (_code, { pages }) => {
  const titles = pageIds.map((id) => pages[id]);
  expect(titles.every((title) => title.trim() !== '')).toBe(true);
  expect(new Set(titles).size).toBe(pageIds.length);
});
