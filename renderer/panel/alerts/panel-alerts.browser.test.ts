import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { FakeMain } from '../../lib/testing/fake-main.ts';
import { ok } from '#shared/result.ts';
import { goTo, pageButton } from '../../lib/testing/pages.ts';
import { alert, captionsHotkey, keyField, openPanel, painted, section } from '../panel.fixture.ts';

const noKey = problem('no-key', {});
const close = page.getByRole('button', { name: 'Close', exact: true });
/** What main reports of the account is now this problem, or none. */
const say = (main: FakeMain, problem: Problem | null) =>
  main.broadcast('problems:changed', problem ? [{ source: 'account', problem }] : []);

test('a notice that is closed ends for every window', async () => {
  const { main } = await openPanel();
  say(main, problem('broken-inside', {}));
  await close.click();
  expect(main.requests).toContainEqual(['problem:close', 'account']);
});

test('a problem that lasts can be closed by the keyboard, and is shown again when it is new', async () => {
  const { main } = await openPanel();
  say(main, noKey);
  await expect.element(close).toBeVisible();
  close.element().focus();
  await expect.element(close).toHaveAccessibleDescription(sentenceOf(noKey));
  await userEvent.keyboard('{Enter}');
  await expect.element(alert).not.toBeInTheDocument();
  await expect.element(page.getByRole('main')).toHaveFocus();
  expect(main.count('problem:close')).toBe(0);

  say(main, noKey);
  await goTo('hotkeys');
  await expect.element(section('Hotkeys')).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();

  say(main, null);
  await painted();
  say(main, noKey);
  await expect.element(alert).toHaveTextContent(sentenceOf(noKey));
});

test('all problems are shown, and one that is closed leaves the others open', async () => {
  const unkept = problem('cannot-keep', { why: 'full', folder: '/data' });
  const broken = problem('broken-inside', {});
  const { main } = await openPanel(
    {},
    {
      'problems:read': () =>
        ok([
          { source: 'account', problem: noKey },
          { source: 'folder', problem: unkept },
          { source: 'app', problem: broken },
        ]),
    },
  );
  const alertOf = (shown: Problem) => alert.filter({ hasText: sentenceOf(shown) });
  for (const shown of [noKey, unkept, broken]) await expect.element(alertOf(shown)).toBeVisible();
  await close.first().click();
  await expect.element(alertOf(noKey)).not.toBeInTheDocument();
  await expect.element(alertOf(unkept)).toBeVisible();
  await close.last().click();
  expect(main.requests).toContainEqual(['problem:close', 'app']);
});

test('a closed alert of a hotkey stays closed on the way over the page of the hotkeys', async () => {
  const taken = problem('shortcut-taken', { shortcut: 'Alt+F9' });
  await openPanel({ hotkeys: [{ ...captionsHotkey, problem: taken }] });
  await close.click();
  for (const id of ['hotkeys', 'home'] as const) {
    await goTo(id);
    await expect.element(pageButton(id)).toHaveAttribute('aria-current', 'page');
    await expect.element(alert).not.toBeInTheDocument();
  }
});

test.each([
  { shown: noKey, button: 'Enter key', on: 'home', focused: keyField },
  {
    shown: problem('no-microphone', {}),
    button: 'Choose microphone',
    on: 'home',
    focused: page.getByLabelText('Microphone to use'),
  },
] as const)('the button “$button” of an alert leads to what helps', async (helped) => {
  const { main } = await openPanel();
  await goTo('privacy');
  say(main, helped.shown);
  await page.getByRole('button', { name: helped.button }).click();
  await expect.element(pageButton(helped.on)).toHaveAttribute('aria-current', 'page');
  await expect.element(helped.focused).toHaveFocus();
});

test('the button of a desktop that does not respond leads to the check of this computer', async () => {
  const gone = problem('desktop-gone', { desktop: 'GNOME' });
  await openPanel({ hotkeys: [{ ...captionsHotkey, problem: gone }] });
  const button = page.getByRole('button', { name: 'Check this computer' });
  await button.click();
  await expect.element(pageButton('hotkeys')).toHaveAttribute('aria-current', 'page');
  await expect.element(button).toHaveFocus();
});

test('the button of an alert opens a page, or asks for what helps', async () => {
  const { main } = await openPanel();
  say(main, problem('broken-inside', {}));
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  expect(main.requests).toContainEqual(['diagnostics:copy']);
  say(main, problem('unreachable', refusalFacts));
  await expect.element(alert).toMatchTextContent('Cannot reach');
  await page.getByRole('main').getByRole('button', { name: 'Start captions' }).first().click();
  expect(main.requests).toContainEqual(['listening:do', 'start']);
  say(main, problem('model-refused', { ...refusalFacts, canStartAgain: false }));
  await page.getByRole('button', { name: 'Open Recognition' }).click();
  await expect.element(pageButton('recognition')).toHaveAttribute('aria-current', 'page');
});
