import { expect, test } from 'vitest';
import type { HistoryRow } from '#shared/history.ts';
import { ok } from '#shared/result.ts';
import {
  captions,
  dictation,
  item,
  open,
  opener,
  search,
  section,
} from './history-section.fixture.ts';

const lines = {
  'history:lines': () =>
    ok([
      { atMs: 0, text: 'Good morning all.' },
      { atMs: 2_000, text: 'Let us begin.' },
    ]),
};
const rows = [captions(2, 'Now this.'), captions(1, 'Good morning all.')];

test('captions that are asked for are open at once, with the focus', async () => {
  await open(rows, lines, 1);
  await expect.element(item('Let us begin.')).toBeVisible();
  await expect.element(opener('Good morning')).toHaveFocus();
  await expect.element(opener('Good morning')).toHaveAttribute('aria-expanded', 'true');
  await expect.element(opener('Now this.')).toHaveAttribute('aria-expanded', 'false');
});

test('a search that brings them back neither opens them nor takes the keyboard', async () => {
  await open(rows, lines, 1);
  await expect.element(opener('Good morning')).toHaveFocus();
  await search.fill('Now');
  await expect.element(item('Good morning')).not.toBeInTheDocument();
  await search.fill('');
  await expect.element(opener('Good morning')).toHaveAttribute('aria-expanded', 'false');
  await expect.element(search).toHaveFocus();
});

test('captions that are older than what is shown are opened, too', async () => {
  const newer: HistoryRow[] = Array.from({ length: 120 }, (_, index) =>
    dictation(120 - index, `No. ${120 - index}.`),
  );
  await open([...newer, ...rows], lines, 1);
  await expect.element(opener('Good morning')).toHaveFocus();
  await expect.element(item('Let us begin.')).toBeVisible();
  expect(section.getByRole('listitem').elements()).toHaveLength(122);
});

test('captions that are not there when they are asked for do not open later', async () => {
  const kept = [captions(3, 'Newer.'), captions(1, 'Good morning all.')];
  const main = await open(kept, lines, 2);
  await expect.element(item('Newer.')).toBeVisible();
  await search.click();
  kept.splice(1, 0, captions(2, 'Now this.'));
  main.broadcast('history:changed', null);
  await expect.element(opener('Now this.')).toHaveAttribute('aria-expanded', 'false');
  await expect.element(search).toHaveFocus();
});

test('opened captions stay open, with the keyboard, when something newer comes', async () => {
  const kept: HistoryRow[] = [...rows];
  const main = await open(kept, lines, 1);
  await expect.element(opener('Good morning')).toHaveFocus();
  kept.unshift(captions(3, 'Newer.'));
  main.broadcast('history:changed', null);
  await expect.element(item('Newer.')).toBeVisible();
  await expect.element(opener('Good morning')).toHaveAttribute('aria-expanded', 'true');
  await expect.element(opener('Good morning')).toHaveFocus();
});
