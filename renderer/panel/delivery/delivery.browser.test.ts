import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { failed } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { keepingMain } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(refuses?: () => boolean) {
  const opened = keepingMain({}, refuses);
  await render(Panel);
  await page.getByRole('button', { name: 'Delivery', exact: true }).click();
  return opened;
}

const box = (name: string) => page.getByRole('checkbox', { name });
const radio = (name: string) => page.getByRole('radio', { name });

test('each choice is changed at once', async () => {
  const { changes } = await open();
  await radio('Leave on the clipboard').click();
  await radio('For a week').click();
  await box('Pre-roll').click();
  await box('Sounds').click();
  await expect
    .poll(changes)
    .toEqual([
      { delivery: 'clipboard' },
      { recordingRetention: 'week' },
      { preRoll: true },
      { sounds: true },
    ]);
  await expect.element(box('Pre-roll')).toBeChecked();
});

test('pre-roll says that the microphone is open', async () => {
  await open();
  await expect.element(box('Pre-roll')).toHaveAccessibleDescription(/^Keeps the microphone open/);
});

test('a switch that is refused goes back, and why is said', async () => {
  await open(() => true);
  await box('Sounds').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('That is out of its range.');
  await expect.element(box('Sounds')).not.toBeChecked();
});

test('choices that cannot be read are said', async () => {
  new FakeMain({ 'settings:read': () => failed('x', 'Start CaptionKey again.') });
  await render(Panel);
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Start CaptionKey again.' }))
    .toBeVisible();
});
