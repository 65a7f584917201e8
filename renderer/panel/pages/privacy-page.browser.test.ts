import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { goTo } from '../../lib/testing/pages.ts';
import { keepingMain } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

const preRoll = page.getByRole('checkbox', { name: 'Pre-roll' });

test('what is kept and the pre-roll are changed at once', async () => {
  const { changes } = keepingMain();
  await render(Panel);
  await goTo('privacy');
  await page.getByRole('radio', { name: 'Keep for a week' }).click();
  await preRoll.click();
  await expect.poll(changes).toEqual([{ recordingRetention: 'week' }, { preRoll: true }]);
  await expect.element(preRoll).toBeChecked();
  await expect.element(preRoll).toHaveAccessibleDescription(/^Keeps the microphone open/);
});

test('the silence after which captions stop is changed, and a blank one is never', async () => {
  const { changes } = keepingMain();
  await render(Panel);
  await goTo('privacy');
  const minutes = page.getByLabelText('Stop captions without speech after');
  await expect.element(minutes).toHaveValue(30);
  await minutes.fill('5');
  await userEvent.keyboard('{Tab}');
  await minutes.fill('');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(changes)
    .toEqual([{ captionsSilenceMinutes: 5 }, { captionsSilenceMinutes: null }]);
});
