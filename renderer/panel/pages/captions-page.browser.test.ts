import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Preferences } from '#shared/preferences.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { keepingMain } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(made: Partial<Preferences> = {}) {
  const opened = keepingMain(made);
  await render(Panel);
  await goTo('captions');
  return opened;
}

/** The words of the preview, which no screen reader reads. */
const words = () => document.querySelector('.preview [role=log]') ?? document.body;
const text = page.getByLabelText('Text colour');
const background = page.getByLabelText('Background colour');

test('each choice is changed at once, and shown in the preview', async () => {
  await page.viewport(1_000, 800);
  const { changes } = await open();
  await page.getByLabelText('Text size').fill('40');
  await page.getByLabelText('Serif', { exact: true }).click();
  await text.fill('#ffee00');
  await page.getByLabelText('Outline').click();
  await background.fill('#102030');
  await page.getByLabelText('Opacity of the background').fill('60');
  await page.getByLabelText('Top', { exact: true }).click();
  await page.getByLabelText('Width', { exact: true }).fill('400');
  await page.getByLabelText('Lines').fill('3');
  await page.getByLabelText('Hide after silence').fill('20');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(changes)
    .toEqual([
      { captionsTextSize: 40 },
      { captionsFont: 'serif' },
      { captionsTextColor: '#ffee00' },
      { captionsOutline: true },
      { captionsBackgroundColor: '#102030' },
      { captionsOpacity: 60 },
      { captionsPlace: 'top' },
      { captionsWidth: 400 },
      { captionsLines: 3 },
      { captionsHideAfterSeconds: 20 },
    ]);
  await expect
    .poll(() => getComputedStyle(words()))
    .toMatchObject({ fontSize: '40px', fontFamily: 'serif', color: 'rgb(255, 238, 0)' });
  const bar = document.querySelector('.preview .bar') ?? document.body;
  const grounds = document.querySelector('.preview .grounds') ?? document.body;
  const { top, width } = bar.getBoundingClientRect();
  expect(width).toBe(400);
  expect(top - grounds.getBoundingClientRect().top).toBe(20);
  expect(getComputedStyle(bar).backgroundColor).toBe('rgba(16, 32, 48, 0.6)');
});

test('a silence that is cleared hides nothing any more', async () => {
  const { changes } = await open({ captionsHideAfterSeconds: 20 });
  await page.getByLabelText('Hide after silence').fill('');
  await userEvent.keyboard('{Tab}');
  await expect.poll(changes).toEqual([{ captionsHideAfterSeconds: null }]);
});

test('colours of little contrast are taken, and both fields say so', async () => {
  const { changes } = await open();
  const warning = /below 4\.5:1/;
  await expect.element(text).not.toHaveAccessibleDescription(warning);
  await text.fill('#555555');
  await expect.poll(changes).toEqual([{ captionsTextColor: '#555555' }]);
  await background.fill('#111111');
  await expect.element(text).toHaveAccessibleDescription(warning);
  await expect.element(background).toHaveAccessibleDescription(warning);
  await background.fill('#ffffff');
  await expect.element(text).not.toHaveAccessibleDescription(warning);
});

test('the preview is no captions to a screen reader', async () => {
  await open();
  await expect.element(page.getByRole('region', { name: 'Preview' })).toBeInTheDocument();
  await expect.element(page.getByRole('log')).not.toBeInTheDocument();
});

test('where the computer offers no sound of its own, a sentence says why there is no choice', async () => {
  await open();
  await expect
    .element(page.getByText(/That needs Linux with PulseAudio or PipeWire/))
    .toBeVisible();
  expect(page.getByText('Listen to').elements()).toEqual([]);
});

test('a choice that was made elsewhere can be changed here', async () => {
  const { changes } = await open({ captionsSource: 'computer' });
  await page.getByLabelText('Microphone', { exact: true }).click();
  await expect.poll(changes).toEqual([{ captionsSource: 'microphone' }]);
});

test('the cost of both sources stands where they are chosen', async () => {
  const { changes, main } = await open();
  const computerSound = {
    ...{
      id: 'out.monitor',
      name: 'Monitor',
      hostApi: 'PulseAudio',
      oldName: null,
      isDefault: false,
    },
  };
  main.broadcast('app-state:changed', appStateWith({ computerSound }));
  const both = page.getByLabelText('Both', { exact: true });
  await expect.element(both).toHaveAccessibleDescription(/you pay for twice the time/);
  await both.click();
  await expect.poll(changes).toEqual([{ captionsSource: 'both' }]);
});
