import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { ok } from '#shared/result.ts';
import { appStateWith } from '../lib/testing/app-state.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import { goTo } from '../lib/testing/pages.ts';
import { keepingMain } from '../lib/testing/settings-main.ts';
import './panel.css';
import Panel from './Panel.svelte';

const saved = page.getByText('✓ Saved');
const boxOf = (element: Element) => element.getBoundingClientRect();

/** Lets the time of the note pass. */
const letPass = () => document.getAnimations().forEach((animation) => animation.finish());

/** Whether the note stands on the line of a text, after it. */
async function expectBeside(text: string) {
  await expect.element(saved).toBeVisible();
  const note = boxOf(saved.element());
  const range = document.createRange();
  range.selectNodeContents(page.getByText(text, { exact: true }).first().element());
  const name = range.getBoundingClientRect();
  expect(note.left).toBeGreaterThan(name.right);
  expect(note.left).toBeLessThan(name.right + 20);
  expect(Math.abs(note.top + note.bottom - name.top - name.bottom)).toBeLessThan(4);
}

test('a change that was kept says so beside it for a moment, and nothing moves', async () => {
  keepingMain();
  await render(Panel);
  await goTo('dictation');
  const box = page.getByRole('checkbox', { name: 'Sounds' });
  await expect.element(box).toBeVisible();
  const before = boxOf(box.element());
  await box.click();
  await expectBeside('Sounds');
  expect(boxOf(box.element())).toEqual(before);
  await expect.element(page.getByRole('status').first()).toHaveTextContent('✓ Saved');
  letPass();
  await expect.element(saved).not.toBeInTheDocument();
});

test('the note is beside the radio button, the number and the list that were changed', async () => {
  keepingMain();
  await render(Panel);
  await goTo('dictation');
  await page.getByRole('radio', { name: 'Copy to the clipboard' }).click();
  await expectBeside('Copy to the clipboard');
  await goTo('recognition');
  await expect.element(saved).not.toBeInTheDocument();
  await page.getByLabelText('Stay connected after a stop').fill('7');
  await userEvent.keyboard('{Enter}');
  await expectBeside('Stay connected after a stop');
  await goTo('dictionary');
  await page.getByLabelText('Name or term').fill('CaptionKey');
  await userEvent.keyboard('{Enter}');
  await expectBeside('Names and terms');
});

test('a change that was refused says nothing of the kind', async () => {
  const { changes } = keepingMain({}, () => true);
  await render(Panel);
  await goTo('dictation');
  await page.getByRole('checkbox', { name: 'Sounds' }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(changes()).toHaveLength(1);
  expect(saved.query()).toBeNull();
});

test('the mode of the dictation key and the microphone are settings, too', async () => {
  const main = new FakeMain({
    'app-state:read': () => ok(appStateWith()),
    'hotkeys:mode': (dictationMode) => ok(appStateWith({ dictationMode })),
    'microphone:choose': (chosenMicrophone) => ok(appStateWith({ chosenMicrophone })),
    'microphone:rescan': () => ok(appStateWith()),
  });
  await render(Panel);
  await page.getByRole('button', { name: 'Rescan' }).click();
  await expect.poll(() => main.count('microphone:rescan')).toBe(1);
  expect(saved.query()).toBeNull();
  await page.getByLabelText('Microphone to use').selectOptions('Desk');
  await expectBeside('Microphone');
  await goTo('hotkeys');
  await page.getByRole('radio', { name: /^Toggle/ }).click();
  await expect.element(saved).toBeVisible();
});
