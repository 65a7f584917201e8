import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#shared/messages/languages.ts';

/* A language is a folder in shared/messages/ and a line in `languages.ts`. */
const folder = join(import.meta.dirname, '../../shared/messages');

test('every folder of messages is a language of the interface', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name)).toEqual(Object.keys(languages));
});

/** The names of all texts, and how many parameters each takes. */
function shapeOf(texts: unknown, path = ''): string[] {
  if (typeof texts === 'string') return [path];
  if (typeof texts === 'function') return [`${path}(${texts.length})`];
  return Object.entries(texts ?? {}).flatMap(([name, text]) => shapeOf(text, `${path}.${name}`));
}

test.each(Object.entries(languages))('%s has every text, with its parameters', (_code, texts) => {
  expect(shapeOf(texts).toSorted()).toEqual(shapeOf(languages.en).toSorted());
});

test('a text that is missing, or takes fewer parameters, is found', () => {
  const en = { title: 'Title', used: (amount: string) => amount };
  expect(shapeOf(en)).toEqual(['.title', '.used(1)']);
  expect(shapeOf({ used: () => '' })).not.toEqual(shapeOf(en));
});
