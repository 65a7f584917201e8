import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { FakeMain } from '../../lib/testing/fake-main.ts';
import { goTo, pageButton } from '../../lib/testing/pages.ts';
import { alert, captionsHotkey, keyField, openPanel, painted, section } from '../panel.fixture.ts';

const noKey = problem('no-key', {});
const close = page.getByRole('button', { name: 'Close', exact: true });
const say = (main: FakeMain, seq: number, problem: Problem | null) =>
  main.broadcast('captions:patch', { seq, turns: [], problem });

test('a notice that is closed ends for every window', async () => {
  const { main } = await openPanel();
  say(main, 1, problem('broken-inside', {}));
  await close.click();
  expect(main.requests).toContainEqual(['problem:close']);
});

test('a problem that lasts can be closed by the keyboard, and is shown again when it is new', async () => {
  const { main } = await openPanel();
  say(main, 1, noKey);
  await expect.element(close).toBeVisible();
  close.element().focus();
  await expect.element(close).toHaveAccessibleDescription(sentenceOf(noKey));
  await userEvent.keyboard('{Enter}');
  await expect.element(alert).not.toBeInTheDocument();
  await expect.element(page.getByRole('main')).toHaveFocus();
  expect(main.count('problem:close')).toBe(0);

  say(main, 2, noKey);
  await goTo('hotkeys');
  await expect.element(section('Hotkeys')).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();

  say(main, 3, null);
  await painted();
  say(main, 4, noKey);
  await expect.element(alert).toHaveTextContent(sentenceOf(noKey));
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
  say(main, 1, helped.shown);
  await page.getByRole('button', { name: helped.button }).click();
  await expect.element(pageButton(helped.on)).toHaveAttribute('aria-current', 'page');
  await expect.element(helped.focused).toHaveFocus();
});

test('the button of an alert opens a page, or asks for what helps', async () => {
  const { main } = await openPanel();
  say(main, 1, problem('broken-inside', {}));
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  expect(main.requests).toContainEqual(['diagnostics:copy']);
  say(main, 2, problem('unreachable', refusalFacts));
  await expect.element(alert).toMatchTextContent('Cannot reach');
  await page.getByRole('main').getByRole('button', { name: 'Start captions' }).first().click();
  expect(main.requests).toContainEqual(['listening:do', 'start']);
  say(main, 3, problem('model-refused', { ...refusalFacts, canStartAgain: false }));
  await page.getByRole('button', { name: 'Open Recognition' }).click();
  await expect.element(pageButton('recognition')).toHaveAttribute('aria-current', 'page');
});
