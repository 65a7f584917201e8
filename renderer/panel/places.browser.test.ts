import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { ok } from '#shared/result.ts';
import { choicesWith } from '../lib/testing/choices.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import { setupWith } from '../lib/testing/setup.ts';
import './panel.css';
import Panel from './Panel.svelte';

const places = [
  'Start',
  'History',
  'Words',
  'Recognition',
  'Delivery',
  'Hotkeys',
  'Usage',
] as const;

const inUse = {
  ...choicesWith({
    keyterms: ['CaptionKey', 'Röde'],
    prompt: 'Two architects talk.',
    replacements: [{ from: 'caption key', to: 'CaptionKey' }],
    minTurnSilenceMs: 20,
  }),
  warnings: [
    {
      choice: 'minTurnSilenceMs' as const,
      sentence: 'Counts as the nearest value from 50 to 10000 ms.',
    },
  ],
};

async function open() {
  const main = new FakeMain({
    'setup:read': () => ok(setupWith()),
    'settings:read': () => ok(inUse),
    'leftovers:read': () =>
      ok([{ id: 1, startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(), seconds: 12, text: '' }]),
  });
  await render(Panel);
  return main;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  return page.viewport(700, 720);
});

test.each(['light', 'dark'].flatMap((scheme) => places.map((place) => ({ scheme, place }))))(
  'axe finds nothing wrong with $place in $scheme',
  async ({ scheme, place }) => {
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.lang = 'en';
    document.title = 'CaptionKey';
    await page.viewport(700, 720);
    await open();
    await button(place).click();
    await expect.element(button(place)).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByRole('region').nth(1)).toBeVisible();
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

test('what was left stands on top of every place', async () => {
  await open();
  for (const place of places) {
    await button(place).click();
    await expect
      .element(page.getByRole('region').first())
      .toMatchTextContent('Not transcribed yet');
  }
});

test('a problem of listening is told once, on top of every place, until it is over', async () => {
  const main = await open();
  await expect.element(button('Start')).toBeVisible();
  const problem = { code: 'no-key', sentence: 'AssemblyAI does not accept this key.' };
  main.broadcast('captions:patch', { seq: 1, turns: [], problem });
  for (const place of places) {
    await button(place).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(problem.sentence);
  }
  main.broadcast('captions:patch', { seq: 2, turns: [], problem: null });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('the keyboard goes to every place, and through its fields', async () => {
  await open();
  await expect.element(button('Start')).toBeVisible();
  button('Words').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Name or term')).toBeVisible();
  for (const stop of ['Recognition', 'Delivery', 'Hotkeys', 'Usage']) {
    await userEvent.keyboard('{Tab}');
    await expect.element(button(stop)).toHaveFocus();
  }
});

test('a narrow panel shows all of it without scrolling sideways', async () => {
  await page.viewport(420, 480);
  await open();
  for (const place of places) {
    await button(place).click();
    await expect.element(page.getByRole('region').nth(1)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(420);
  }
});
