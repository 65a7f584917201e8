import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import { failed } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { keepingMain, refusal } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(refuses?: () => boolean) {
  const opened = keepingMain({}, refuses);
  await render(Panel);
  await goTo('dictation');
  return opened;
}

const box = (name: string) => page.getByRole('checkbox', { name });
const radio = (name: string) => page.getByRole('radio', { name });

test('each choice is changed at once', async () => {
  const { changes } = await open();
  await radio('Copy to the clipboard').click();
  await box('Paste into an unknown window').click();
  await box('Sounds').click();
  await expect
    .poll(changes)
    .toEqual([{ insertion: 'clipboard' }, { pasteIntoUnknownWindow: true }, { sounds: true }]);
  await expect.element(box('Sounds')).toBeChecked();
});

test('a switch that is refused goes back, and why is said', async () => {
  await open(() => true);
  await box('Sounds').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(refusal);
  await expect.element(box('Sounds')).not.toBeChecked();
});

test('preferences that cannot be read are said', async () => {
  new FakeMain({ 'settings:read': () => failed(problem('ipc-no-answer', {})) });
  await render(Panel);
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Quit it and start it again.' }))
    .toBeVisible();
});
