import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { pageIds } from '#shared/pages.ts';
import { ok } from '#shared/result.ts';
import { preferencesWith } from '../lib/testing/preferences.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import { appStateWith } from '../lib/testing/app-state.ts';
import { goTo, pageButton } from '../lib/testing/pages.ts';
import './panel.css';
import Panel from './Panel.svelte';
import { violations } from '../lib/testing/look-of.ts';

const inUse = {
  ...preferencesWith({
    keyterms: ['CaptionKey', 'Röde'],
    prompt: 'Two architects talk.',
    replacements: [{ from: 'caption key', to: 'CaptionKey' }],
    minTurnSilenceMs: 20,
  }),
  warnings: [
    {
      choice: 'minTurnSilenceMs' as const,
      warning: { type: 'brought-into-range', least: 50, most: 10_000 } as const,
    },
  ],
};

async function open() {
  const main = new FakeMain({
    'app-state:read': () => ok(appStateWith()),
    'settings:read': () => ok(inUse),
    'unfinished:read': () =>
      ok([{ id: 1, startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(), seconds: 12, text: '' }]),
  });
  await render(Panel);
  return main;
}

const captionsRow = {
  ...({ type: 'captions', id: 7, source: 'microphone', text: 'Good morning all.' } as const),
  ...{ startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(), durationMs: 3_000, isRunning: false },
};

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  return page.viewport(700, 720);
});

test.each(['light', 'dark'].flatMap((scheme) => pageIds.map((id) => ({ scheme, id }))))(
  'axe finds nothing wrong with $id in $scheme',
  async ({ scheme, id }) => {
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.lang = 'en';
    document.title = 'CaptionKey';
    await page.viewport(700, 720);
    await open();
    await goTo(id);
    await expect.element(pageButton(id)).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByRole('region').nth(1)).toBeVisible();
    expect(await violations()).toEqual([]);
  },
);

test('what was left stands on top of every page', async () => {
  await open();
  for (const id of pageIds) {
    await goTo(id);
    await expect
      .element(page.getByRole('region').first())
      .toMatchTextContent('Not transcribed yet');
  }
});

test('a problem of listening is shown once, on top of every page, until it is over', async () => {
  const main = await open();
  await expect.element(pageButton('home')).toBeVisible();
  const problem = { code: 'no-key', params: {} } as const;
  main.broadcast('problems:changed', [{ source: 'account', problem }]);
  for (const id of pageIds) {
    await goTo(id);
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentenceOf(problem));
  }
  main.broadcast('problems:changed', []);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('main turns the panel to a page', async () => {
  const main = await open();
  await expect.element(pageButton('home')).toBeVisible();
  main.broadcast('panel:page', { page: 'history' });
  await expect.element(pageButton('history')).toHaveAttribute('aria-current', 'page');
});

test('main opens captions in the history, also while the person searches in it', async () => {
  const main = new FakeMain({
    'history:read': ({ words }) => ok({ rows: words === '' ? [captionsRow] : [], hasMore: false }),
    'history:lines': () => ok([{ atMs: 0, text: 'Good morning all.' }]),
  });
  await render(Panel);
  await goTo('history');
  await page.getByRole('searchbox').fill('lisbon');
  await expect.element(page.getByText('No matches.')).toBeVisible();
  main.broadcast('panel:page', { page: 'history', captionsId: 7 });
  const opener = page.getByRole('button', { name: 'Show the whole text' });
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await expect.element(opener).toHaveFocus();
  await goTo('home');
  await goTo('history');
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
});

test('the history stays as it is when main turns to it again, and opens captions once more', async () => {
  const main = new FakeMain({
    'history:read': () => ok({ rows: [captionsRow], hasMore: false }),
    'history:lines': () => ok([{ atMs: 0, text: 'Good morning all.' }]),
  });
  await render(Panel);
  const opener = page.getByRole('button', { name: 'Show the whole text' });
  const openCaptions = () => main.broadcast('panel:page', { page: 'history', captionsId: 7 });
  await expect.element(page.getByRole('region').first()).toBeVisible();
  openCaptions();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('searchbox').fill('good');
  await expect.element(page.getByText('1 found')).toBeInTheDocument();
  main.broadcast('panel:page', { page: 'history' });
  flushSync();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByRole('searchbox')).toHaveValue('good');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await opener.click({ position: { x: 4, y: 4 } });
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  openCaptions();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByRole('searchbox')).toHaveValue('');
  await opener.click({ position: { x: 4, y: 4 } });
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  openCaptions();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
});

test('captions that main opens stay closed if the person types before they are found', async () => {
  const newer = Array.from({ length: 50 }, (_, index) => ({ ...captionsRow, id: 100 - index }));
  const main = new FakeMain({
    'history:read': async ({ words, before }) => {
      if (words !== '') return ok({ rows: [captionsRow], hasMore: false });
      if (before.captions !== null) await new Promise(() => undefined);
      return ok({ rows: newer, hasMore: true });
    },
  });
  await render(Panel);
  await goTo('history');
  const opener = page.getByRole('button', { name: 'Show the whole text' });
  await expect.element(opener.first()).toBeVisible();
  main.broadcast('panel:page', { page: 'history', captionsId: 7 });
  await page.getByRole('searchbox').fill('good');
  await expect.element(page.getByText('1 found')).toBeInTheDocument();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('the keyboard goes to every page, and through its fields', async () => {
  await open();
  await expect.element(pageButton('home')).toBeVisible();
  pageButton('dictionary').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Name or term')).toBeVisible();
  for (const stop of ['dictation', 'captions', 'recognition', 'hotkeys', 'privacy'] as const) {
    await userEvent.keyboard('{Tab}');
    await expect.element(pageButton(stop)).toHaveFocus();
  }
});

// The panel is never narrower than 420 pixels; 350 are its usual width at a zoom of 200 %.
test.each([420, 350])(
  'a panel of %d pixels shows all of it without scrolling sideways',
  async (width) => {
    await page.viewport(width, 480);
    await open();
    for (const id of pageIds) {
      await goTo(id);
      await expect.element(page.getByRole('region').nth(1)).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  },
);
