import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import type { HistoryRow } from '#shared/history.ts';
import { failed, ok } from '#shared/result.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { pageButton } from '../../lib/testing/pages.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

const dictation = (id: number, text: string): HistoryRow => ({
  type: 'dictation',
  ...{ id, text, startedAtMs: Date.now() - 60_000, app: 'Editor', durationMs: 2_000 },
  ...{ isPartial: false, state: 'inserted', hasSound: false },
});

const section = page.getByRole('region', { name: 'Last dictations' });
const items = section.getByRole('listitem');

async function open(dictations: HistoryRow[]) {
  const main = new FakeMain({
    'app-state:read': () => ok(appStateWith({ keySource: 'stored' })),
    'history:read': ({ limit }) =>
      ok({ rows: dictations.slice(0, limit), hasMore: dictations.length > limit }),
    'history:act': ({ action }) =>
      action === 'copy' ? ok(problem('copied', {})) : failed(problem('no-dictation', {})),
  });
  await render(Panel);
  return main;
}

test('Home shows the last three dictations, copies and inserts them', async () => {
  const main = await open([4, 3, 2, 1].map((id) => dictation(id, `Sentence ${id}.`)));
  await expect.element(items.nth(2)).toMatchTextContent('Sentence 2.');
  expect(items.elements()).toHaveLength(3);
  const first = items.first();
  await first.getByRole('button', { name: 'Copy' }).click();
  await expect.element(first.getByRole('status')).toHaveTextContent('Copied to the clipboard.');
  await first.getByRole('button', { name: 'Insert' }).click();
  await expect.element(section.getByRole('alert')).toMatchTextContent('no longer in the history');
  expect(main.requests.filter(([channel]) => channel === 'history:act')).toEqual([
    ['history:act', { type: 'dictation', id: 4, action: 'copy' }],
    ['history:act', { type: 'dictation', id: 4, action: 'insert' }],
  ]);
});

test('what was done with a dictation is still shown once the list is read again', async () => {
  const dictations = [dictation(1, 'First.')];
  const main = await open(dictations);
  await items.getByRole('button', { name: 'Copy' }).click();
  const status = items.getByRole('status');
  await expect.element(status).toHaveTextContent('Copied to the clipboard.');
  dictations.splice(0, 1, dictation(1, 'First, changed.'));
  main.broadcast('history:changed', null);
  await expect.element(items).toMatchTextContent('First, changed.');
  expect(status.element().textContent).toContain('Copied to the clipboard.');
});

test('a new dictation is shown at once, and the history has the others', async () => {
  const dictations = [dictation(1, 'First.')];
  const main = await open(dictations);
  await expect.element(items).toMatchTextContent('First.');
  dictations.unshift(dictation(2, ''));
  main.broadcast('history:changed', null);
  await expect.element(items.first()).toMatchTextContent('Inserted');
  expect(items.first().getByRole('button').elements()).toEqual([]);
  await section.getByRole('button', { name: 'Show all' }).click();
  await expect.element(pageButton('history')).toHaveAttribute('aria-current', 'page');
});
