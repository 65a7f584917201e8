import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { HistoryRow } from '#shared/history.ts';
import { failed, ok } from '#shared/result.ts';
import {
  atStart,
  button,
  captions,
  dictation,
  item,
  open,
  opener,
  search,
  section,
} from './history-section.fixture.ts';

afterEach(() => {
  document.documentElement.style.colorScheme = '';
});

test('captions of what the computer played are marked', async () => {
  await open([
    captions(2, 'From a film.', { source: 'computer' }),
    captions(1, 'Good morning all.'),
  ]);
  const mark = (text: string) => item(text).getByRole('img', { name: 'Computer sound' });
  await expect.element(mark('From a film.')).toBeVisible();
  expect(mark('Good morning').elements()).toEqual([]);
});

test('each line tells when, where and what was said, and what is not as it should be', async () => {
  await open([
    dictation(3, 'Hold a key.'),
    dictation(2, '', { app: null, durationMs: null, state: 'interrupted', hasSound: true }),
    dictation(1, 'Half of', { isPartial: true, state: 'held' }),
    captions(1, 'Good morning all.'),
    captions(2, 'Now on.', { isRunning: true, durationMs: null }),
  ]);
  await expect.element(item('Hold a key.')).toMatchTextContent(/^14:02\s+Firefox\s+Hold a key\./);
  await expect.element(item('Hold a key.')).not.toMatchTextContent(/Inserted/);
  await expect
    .element(section.getByRole('listitem').nth(1))
    .toMatchTextContent(/^14:02\s+Interrupted/);
  await expect.element(item('Half of')).toMatchTextContent(/Not inserted/);
  await expect
    .element(item('Good morning'))
    .toMatchTextContent(/^13:30\s+Captions\s+Good morning all\./);
  await expect.element(item('Now on.')).toMatchTextContent(/On now/);
});

test('a line is opened by a click anywhere on it, and shows everything', async () => {
  await open([dictation(1, 'Half of', { isPartial: true, state: 'held' })]);
  await opener('Half of').click({ position: { x: 120, y: 18 } });
  await expect.element(item('Half of')).toMatchTextContent(/Firefox\s+.*12 s · Not inserted/);
  await expect.element(item('Half of')).toMatchTextContent(/The last words may be wrong\./);
  await opener('Half of').click({ position: atStart });
  await expect.element(item('Half of')).not.toMatchTextContent(/The last words may be wrong\./);
});

test('opened captions show each sentence with its time', async () => {
  const main = await open([captions(7, 'Good morning all.')], {
    'history:lines': () =>
      ok([
        { atMs: 1_000, text: 'Good morning all.' },
        { atMs: 724_000, text: 'Goodbye.' },
      ]),
  });
  await opener('Good morning').click({ position: atStart });
  const lines = section.getByRole('group', { name: 'Captions' });
  await expect.element(lines).toMatchTextContent(/0:01\s+Good morning all\.\s*12:04\s+Goodbye\./);
  await expect.element(item('Good morning')).toMatchTextContent(/Captions\s+.*12 min 5 s/);
  expect(main.requests).toContainEqual(['history:lines', 7]);
});

test('lines are grouped by the day in which they began', async () => {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  await open([
    dictation(3, 'Now.', { startedAtMs: Date.now() }),
    captions(3, 'Before.', { startedAtMs: yesterday.getTime() }),
    dictation(2, 'Long ago.', { startedAtMs: new Date(2020, 9, 3, 14, 2).getTime() }),
  ]);
  const day = (name: string) => section.getByRole('list', { name, exact: true });
  await expect.element(day('Today')).toMatchTextContent(/Now\./);
  await expect.element(day('Yesterday')).toMatchTextContent(/Before\./);
  await expect.element(day('3 October 2020')).toMatchTextContent(/Long ago\./);
});

test('an empty history, and a search without result, are said in a sentence', async () => {
  await open([]);
  await expect.element(section).toMatchTextContent(/Nothing yet\./);
  await expect.element(search).not.toBeInTheDocument();
});

test('what is typed is looked for letter by letter, and marked where it is found', async () => {
  const main = await open([dictation(2, 'The quick fox.'), dictation(1, 'A dog <b>.')]);
  await search.fill('qui');
  await expect.element(item('A dog')).not.toBeInTheDocument();
  await expect.element(section.getByRole('mark')).toHaveTextContent('qui');
  await expect.element(section.getByText('1 found')).toBeInTheDocument();
  await search.fill('zebra');
  await expect.element(section.getByText('No matches.')).toBeVisible();
  await search.fill('');
  await expect.element(item('A dog <b>.')).toBeVisible();
  expect(section.getByRole('mark').elements()).toEqual([]);
  expect(main.count('history:read')).toBe(4);
});

test('an answer that comes late does not replace a newer one', async () => {
  const late = Promise.withResolvers<undefined>();
  const kept = [dictation(2, 'first'), dictation(1, 'second')];
  await open(kept, {
    'history:read': async ({ words }) => {
      if (words === 'f') await late.promise;
      const rows = kept.filter(({ text }) => text.startsWith(words));
      return ok({ rows, hasMore: false });
    },
  });
  await search.fill('f');
  await search.fill('s');
  await expect.element(item('first')).not.toBeInTheDocument();
  late.resolve(undefined);
  await expect.element(item('second')).toBeVisible();
  await expect.element(item('first')).not.toBeInTheDocument();
});

test('older lines come while a person scrolls, and stay when something changes', async () => {
  const kept: HistoryRow[] = Array.from({ length: 700 }, (_, index) =>
    dictation(700 - index, `No. ${700 - index}.`),
  );
  const main = await open(kept);
  const count = () => section.getByRole('listitem').elements().length;
  await expect.element(item('No. 700.')).toBeVisible();
  expect(count()).toBeLessThan(200);
  const scrollAndCount = () => {
    section.getByRole('listitem').elements().at(-1)?.scrollIntoView();
    return count();
  };
  await expect.poll(scrollAndCount).toBe(700);
  kept.unshift(dictation(701, 'No. 701.'));
  main.broadcast('history:changed', null);
  await expect.element(item('No. 701.')).toBeInTheDocument();
  expect(count()).toBeGreaterThanOrEqual(700);
});

test('a store that cannot be read says why, and never that nothing was dictated', async () => {
  await open([], { 'history:read': () => failed(problem('store-full', {})) });
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("The disk is full, so your words aren't saved. Free some space.");
  await expect.element(section).not.toMatchTextContent(/Nothing was dictated/);
});

test('a long text takes one line until it is opened', async () => {
  const long = 'word '.repeat(200) + 'end.';
  await open([dictation(1, long)]);
  const height = () => item('word').element().clientHeight;
  await expect.element(item('word')).toBeVisible();
  const line = height();
  expect(line).toBeLessThan(50);
  await opener('word').click({ position: atStart });
  await expect.poll(height).toBeGreaterThan(3 * line);
});

test.each(['light', 'dark'])('it is accessible to all, %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  await open(
    [
      dictation(3, 'The quick fox jumps over the lazy dog.', { hasSound: true }),
      dictation(2, 'Text on its way', { app: 'Files', isPartial: true, state: 'held' }),
      dictation(1, 'the end', { state: 'failed', hasSound: true }),
      captions(1, 'to everybody'),
    ],
    { 'history:act': () => failed(problem('captions-on', {})) },
  );
  await search.fill('t');
  await button('The quick', 'Copy').click();
  await expect.element(item('The quick').getByRole('alert')).toBeVisible();
  await opener('the end').click({ position: atStart });
  const { violations } = await axe.run(section.element());
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
