import { afterEach, expect, test } from 'vitest';
import { uiLanguages } from '#shared/ui-languages.ts';
import { showLanguage } from '../lib/language/language.svelte.ts';
import { isWhole } from '../lib/testing/look-of.ts';
import { openPill, refusedToRemove, speaking, status } from './pill.fixture.ts';

afterEach(() => showLanguage('en'));

test.each(
  uiLanguages.flatMap((code) => (['release', 'press'] as const).map((by) => [code, by] as const)),
)('in %s the keys of a dictation that a %s ends are whole in the pill', async (code, endsBy) => {
  await showLanguage(code);
  await openPill(speaking({ endsBy }));
  await expect.poll(() => document.querySelector('.hint')?.textContent).toContain('·');
  const line = document.querySelector('.below');
  expect(line?.scrollWidth).toBeLessThanOrEqual(line?.clientWidth ?? 0);
});

test.each(uiLanguages)(
  'in %s a refusal to remove a text is whole beside its button',
  async (code) => {
    await showLanguage(code);
    await openPill(refusedToRemove);
    await expect.element(status).toBeVisible();
    expect(isWhole(status.element())).toBe(true);
  },
);
