import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openPill, states } from './pill.fixture.ts';
import { isWhole, violations } from '../lib/testing/look-of.ts';

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'CaptionKey dictation';
});

const named = Object.entries(states).map(([name, state]) => ({ name, state }));

const open = async (state: (typeof states)[string]): Promise<void> => {
  await openPill(state);
  await expect.element(page.getByRole('status').or(page.getByRole('alert')).first()).toBeVisible();
};

test.each(
  ['light', 'dark'].flatMap((scheme) => named.map(({ name, state }) => ({ scheme, name, state }))),
)('axe finds nothing wrong with $name in $scheme', async ({ scheme, state }) => {
  document.documentElement.style.colorScheme = scheme;
  await open(state);
  expect(await violations()).toEqual([]);
});

test.each(named)('of $name no sentence, hint or button is cut off', async ({ state }) => {
  await open(state);
  const sentences = document.querySelectorAll(
    '[role=status], [role=alert] span, .hint, button, main > p',
  );
  for (const element of sentences)
    if (getComputedStyle(element).position !== 'absolute')
      expect([element.textContent, isWhole(element)]).toEqual([element.textContent, true]);
});
