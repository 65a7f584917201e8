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

test('texts are no longer kept, or deleted after some days', async () => {
  const { changes } = keepingMain();
  await render(Panel);
  await goTo('privacy');
  const keep = page.getByRole('checkbox', { name: 'Keep a history of texts' });
  await expect.element(keep).toBeChecked();
  await keep.click();
  const days = page.getByLabelText('Delete texts after');
  await expect.element(days).toHaveValue(null);
  await days.fill('30');
  await userEvent.keyboard('{Tab}');
  await days.fill('');
  await userEvent.keyboard('{Tab}');
  const expected = [{ keepHistory: false }, { historyDays: 30 }, { historyDays: null }];
  await expect.poll(changes).toEqual(expected);
  await expect.element(keep).toHaveAccessibleDescription(/^Off: further dictations/);
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

test('there is no monthly limit until one is entered, and a blank one ends it', async () => {
  const { changes } = keepingMain();
  await render(Panel);
  await goTo('privacy');
  const dollars = page.getByLabelText('Stop captions in a month after');
  await expect.element(dollars).toHaveValue(null);
  await dollars.fill('5');
  await userEvent.keyboard('{Tab}');
  await dollars.fill('');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(changes)
    .toEqual([{ captionsMonthlyDollars: 5 }, { captionsMonthlyDollars: null }]);
});
