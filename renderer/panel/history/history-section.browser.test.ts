import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import type { Dictation, HistoryQuery } from '#shared/dictation.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import '../panel.css';
import HistorySection from './HistorySection.svelte';

const dictation = (id: number, text: string, changes: Partial<Dictation> = {}): Dictation => ({
  id,
  startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(),
  app: 'Firefox',
  text,
  isPartial: false,
  durationMs: 12_000,
  state: 'inserted',
  hasSound: false,
  ...changes,
});

const section = page.getByRole('region', { name: 'History' });
const search = section.getByRole('searchbox', { name: 'Search the history' });
const item = (text: string) => section.getByRole('listitem').filter({ hasText: text });
const button = (text: string, name: string) => item(text).getByRole('button', { name });

type Answerers = ConstructorParameters<typeof FakeMain>[0];

/** A main that has these dictations, newest first, and finds those whose text has what is typed. */
async function open(kept: Dictation[], answerers: Answerers = {}) {
  const read = ({ words, beforeId, limit }: HistoryQuery) => {
    const found = kept.filter(
      ({ id, text }) => text.includes(words) && (beforeId === null || id < beforeId),
    );
    return ok({ dictations: found.slice(0, limit), hasMore: found.length > limit });
  };
  const main = new FakeMain({ 'history:read': read, ...answerers });
  await render(HistorySection);
  return main;
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
});

test('each tells when, where, how long, what became of it, and its text', async () => {
  await open([
    dictation(3, 'Hold a key.'),
    dictation(2, '', { app: null, durationMs: null, state: 'interrupted', hasSound: true }),
    dictation(1, 'Half of', { isPartial: true, state: 'held' }),
    dictation(0, '', { app: 'Silent', isPartial: true, state: 'failed', hasSound: true }),
  ]);
  await expect.element(item('Silent')).not.toMatchTextContent(/The last words/);
  await expect
    .element(item('Hold a key.'))
    .toMatchTextContent(/3 October 2026, 14:02 · Firefox · 12 s\s*Inserted\s*Hold a key\./);
  const interrupted = section.getByRole('listitem').nth(1);
  await expect.element(interrupted).toMatchTextContent(/3 October 2026, 14:02\s*Interrupted/);
  await expect.element(item('Half of')).toMatchTextContent(/Not inserted/);
  await expect.element(item('Half of')).toMatchTextContent(/The last words may be wrong\./);
});

test('only what can be done with one is offered', async () => {
  await open([
    dictation(3, 'With sound.', { hasSound: true }),
    dictation(2, '', { app: 'Silent', state: 'silent', hasSound: true }),
    dictation(1, '', { app: 'Running', state: 'running', hasSound: true }),
  ]);
  const names = async (text: string) => {
    await expect.element(item(text)).toBeVisible();
    return item(text)
      .getByRole('button')
      .elements()
      .map((each) => each.textContent.trim());
  };
  expect(await names('With sound.')).toEqual([
    'Copy',
    'Insert',
    'Transcribe again',
    'Export…',
    'Delete',
  ]);
  expect(await names('Silent')).toEqual(['Transcribe again', 'Delete']);
  expect(await names('Running')).toEqual([]);
});

test('an empty history, and a search without result, are said in a sentence', async () => {
  await open([]);
  await expect.element(section).toMatchTextContent(/No dictations yet\./);
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
      const dictations = kept.filter(({ text }) => text.startsWith(words));
      return ok({ dictations, hasMore: false });
    },
  });
  await search.fill('f');
  await search.fill('s');
  await expect.element(item('first')).not.toBeInTheDocument();
  late.resolve(undefined);
  await expect.element(item('second')).toBeVisible();
  await expect.element(item('first')).not.toBeInTheDocument();
});

test('older ones are shown when they are asked for, and stay when something changes', async () => {
  const kept = Array.from({ length: 25 }, (_, index) =>
    dictation(25 - index, `No. ${25 - index}.`),
  );
  const main = await open(kept);
  const older = section.getByRole('button', { name: 'Show older' });
  const count = () => expect.poll(() => section.getByRole('listitem').elements().length);
  await count().toBe(10);
  await older.click();
  await count().toBe(20);
  kept.unshift(dictation(26, 'No. 26.'));
  main.broadcast('history:changed', null);
  await expect.element(item('No. 26.')).toBeVisible();
  await count().toBe(20);
  await older.click();
  await count().toBe(26);
  await expect.element(older).not.toBeInTheDocument();
});

test('a button says what it did, or why it could not', async () => {
  const main = await open([dictation(1, 'Text.', { hasSound: true })], {
    'history:act': (_, action) =>
      action === 'transcribe' ? failed(problem('captions-on', {})) : ok(problem('inserted', {})),
  });
  await button('Text.', 'Insert').click();
  await expect.element(item('Text.').getByRole('status')).toHaveTextContent('Inserted.');
  await button('Text.', 'Transcribe again').click();
  await expect
    .element(item('Text.').getByRole('alert'))
    .toHaveTextContent('Stop captions first, then try again.');
  await button('Text.', 'Copy').click();
  await expect.element(item('Text.').getByRole('alert')).not.toBeInTheDocument();
  expect(main.requests.filter(([channel]) => channel === 'history:act')).toEqual([
    ['history:act', 1, 'insert'],
    ['history:act', 1, 'transcribe'],
    ['history:act', 1, 'copy'],
  ]);
});

test('deleting asks once, by the keyboard too, and leaves the focus in the history', async () => {
  let kept = [dictation(2, 'Goes.'), dictation(1, 'Stays.')];
  const main = await open([], {
    'history:read': () => ok({ dictations: kept, hasMore: false }),
    'history:act': () => {
      kept = kept.slice(1);
      return ok(null);
    },
  });
  button('Goes.', 'Delete').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Goes.', 'Really delete?')).toHaveFocus();
  await userEvent.tab();
  await expect.element(button('Goes.', 'Delete')).toBeVisible();
  expect(main.count('history:act')).toBe(0);
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(search).toHaveFocus();
  main.broadcast('history:changed', null);
  await expect.element(item('Goes.')).not.toBeInTheDocument();
  await expect.element(item('Stays.')).toBeVisible();
});

test('one, all or what is found is exported in the format that is chosen', async () => {
  const main = await open([dictation(2, 'Fox.'), dictation(1, 'Dog.')], {
    'history:export': (_, format) => ok(format === 'md' ? null : `/home/me/a.${format}`),
  });
  await section.getByRole('button', { name: 'Export all…' }).click();
  await expect.element(section.getByText('Saved as /home/me/a.txt')).toBeVisible();
  await section.getByLabelText('Export as').selectOptions('vtt');
  await button('Dog.', 'Export…').click();
  await expect
    .element(item('Dog.').getByRole('status'))
    .toHaveTextContent('Saved as /home/me/a.vtt');
  await search.fill('Fox');
  await section.getByRole('button', { name: 'Export results…' }).click();
  expect(main.requests.filter(([channel]) => channel === 'history:export')).toEqual([
    ['history:export', { words: '' }, 'txt'],
    ['history:export', { id: 1 }, 'vtt'],
    ['history:export', { words: 'Fox' }, 'vtt'],
  ]);
});

test('an export that fails, and a history that cannot be read, are said', async () => {
  await open([dictation(1, 'Text.')], {
    'history:export': () => failed(problem('cannot-export', { path: 'captionkey.db' })),
  });
  await section.getByRole('button', { name: 'Export all…' }).click();
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("captionkey.db couldn't be written. Choose another folder.");
});

test('a store that cannot be read says why, and never that nothing was dictated', async () => {
  await open([], { 'history:read': () => failed(problem('store-full', {})) });
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("The disk is full, so your words aren't saved. Free some space.");
  await expect.element(section).not.toMatchTextContent(/Nothing was dictated/);
});

test('a long text is cut until all of it is asked for, or something is looked for', async () => {
  const long = 'word '.repeat(200) + 'end.';
  await open([dictation(1, long)]);
  const text = section.getByText(/word word/);
  const height = () => text.element().clientHeight;
  await expect.element(text).toBeVisible();
  const cut = height();
  await search.fill('end');
  await expect.poll(height).toBeGreaterThan(2 * cut);
  await search.fill('');
  await expect.poll(height).toBe(cut);
  await button('word', 'Show all').click();
  await expect.poll(height).toBeGreaterThan(2 * cut);
});

test.each(['light', 'dark'])('it is accessible to all, %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  await open(
    [
      dictation(3, 'The quick fox jumps over the lazy dog.', { hasSound: true }),
      dictation(2, 'Text on its way', { app: 'Files', isPartial: true, state: 'held' }),
      dictation(1, 'the end', { state: 'failed', hasSound: true }),
    ],
    { 'history:act': () => failed(problem('captions-on', {})) },
  );
  await search.fill('t');
  await button('The quick', 'Copy').click();
  await expect.element(item('The quick').getByRole('alert')).toBeVisible();
  const { violations } = await axe.run(section.element());
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
