import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { languages } from '#shared/messages/languages.ts';
import { messages } from '#shared/messages/index.ts';
import { pageIds, type PageId } from '#shared/pages.ts';
import { ok } from '#shared/result.ts';
import { uiLanguages, type UiLanguage } from '#shared/ui-languages.ts';
import Captions from '../../captions/Captions.svelte';
import Panel from '../../panel/Panel.svelte';
import PillPage from '../../pill/Pill.svelte';
import { speaking } from '../../pill/pill.fixture.ts';
import { appStateWith } from '../testing/app-state.ts';
import { FakeMain } from '../testing/fake-main.ts';
import { followLanguage, showLanguage } from './language.svelte.ts';

/* Every text of a page changes with the language, as if the page had been opened in it. */

afterEach(() => showLanguage('en'));

/** What a person reads and hears of the page. */
const read = (): string[] =>
  [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    ...[...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? '')
      .filter((text) => text !== ''),
  ]);

const problem = { code: 'no-key', params: {} } as const;

const panelMain = () =>
  new FakeMain({
    'app-state:read': () => ok(appStateWith({ isPreRolling: true })),
    'problems:read': () => ok([{ source: 'account', problem }]),
    'unfinished:read': () => ok([{ id: 1, startedAtMs: 0, seconds: 12, text: '' }]),
  });

const openPage = async (id: PageId) => {
  location.hash = id;
  panelMain();
  const { unmount } = await render(Panel);
  await expect.poll(() => read().includes(messages.pages[id])).toBe(true);
  await expect.poll(() => document.querySelectorAll('section').length).toBeGreaterThan(1);
  return unmount;
};

const others = uiLanguages.filter((language) => language !== 'en');

test.each(pageIds)('the page %s changes its language as a whole', async (id) => {
  for (const language of others) {
    await showLanguage(language);
    const close = await openPage(id);
    const expected = read();
    await close();
    await showLanguage('en');
    const closeAgain = await openPage(id);
    expect(read()).not.toEqual(expected);
    await showLanguage(language);
    await expect.poll(read).toEqual(expected);
    await closeAgain();
  }
});

test('captions and pill speak the language that main names, then the next', async () => {
  let language: UiLanguage = 'de';
  const main = new FakeMain({
    'language:read': () => ok(language),
    'pill:attach': () => ok(speaking()),
  });
  await followLanguage();
  expect(document.documentElement.lang).toBe('de');
  await render(Captions);
  await render(PillPage);
  await expect.poll(read).toContain(languages.de.status.off);
  await expect.poll(() => read().join()).toContain(languages.de.pill.endsBy.release);
  language = 'en';
  main.broadcast('language:changed', language);
  await expect.poll(read).toContain(languages.en.status.off);
  expect(read().join()).toContain(languages.en.pill.endsBy.release);
  expect(document.documentElement.lang).toBe('en-GB');
});
