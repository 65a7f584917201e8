import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Preferences } from '#shared/preferences.ts';
import { preferencesWith } from '../../lib/testing/preferences.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { keepingMain, refusal } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(made: Partial<Preferences> = {}, refuses?: (changed: object) => boolean) {
  const opened = keepingMain(made, refuses);
  await render(Panel);
  await goTo('recognition');
  return opened;
}

const section = (name: string) => page.getByRole('region', { name });
const language = page.getByLabelText('Language');
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const short = page.getByLabelText('Pause that ends a sentence');
const connected = page.getByLabelText('Stay connected after a stop');

test('each model says what it is good for, and one is chosen by the keyboard', async () => {
  const { changes } = await open();
  await expect.element(radio('Universal-3 Pro')).toBeChecked();
  await expect.element(radio('Whisper')).toHaveAccessibleDescription(/^99 more languages/);
  radio('Universal-3 Pro').element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(changes).toEqual([{ speechModel: 'universal-3-5-pro' }]);
  await expect.element(radio('Universal-3.5 Pro')).toBeChecked();
});

test('what was refused does not look chosen', async () => {
  await open({}, () => true);
  await radio('European Union').click();
  await expect.element(section('Connection').getByRole('alert')).toHaveTextContent(refusal);
  await expect.element(radio('Nearest')).toBeChecked();
  await language.selectOptions('Prefer Spanish');
  await expect.element(language).toHaveDisplayValue('Automatic');
});

test('a language is leaned towards, and one of Whisper’s takes that model', async () => {
  const { changes } = await open();
  await language.selectOptions('Prefer Spanish');
  await language.selectOptions('One of 99 others (Whisper)');
  await expect.element(radio('Whisper')).toBeChecked();
  expect(changes()).toEqual([
    { languageCodes: ['es'] },
    { speechModel: 'whisper-rt', languageCodes: [] },
  ]);
  await expect
    .element(section('Pauses'))
    .toMatchTextContent('Whisper decides when a sentence ends.');
});

test('a silence is saved when its field is left, and an empty one is the model’s own', async () => {
  const { changes } = await open();
  await short.fill('400');
  await userEvent.keyboard('{Tab}');
  await short.fill('');
  await userEvent.keyboard('{Tab}');
  await expect.poll(changes).toEqual([{ minTurnSilenceMs: 400 }, { minTurnSilenceMs: null }]);
});

test('what the service makes of a value otherwise stands beside it', async () => {
  const { main } = await open({ minTurnSilenceMs: 20 });
  const sentence = 'Counts as the nearest value from 50 to 10000 ms.';
  main.broadcast('settings:changed', {
    ...preferencesWith({ minTurnSilenceMs: 20 }),
    warnings: [
      {
        choice: 'minTurnSilenceMs',
        warning: { type: 'brought-into-range', least: 50, most: 10_000 },
      },
    ],
  });
  await expect.element(short).toHaveAccessibleDescription(new RegExp(sentence));
});

test('how long it stays connected says what it costs', async () => {
  const { changes } = await open();
  await expect.element(connected).toHaveAccessibleDescription(/up to 20 more seconds/);
  await connected.fill('0');
  await userEvent.keyboard('{Enter}');
  await expect.element(connected).toHaveAccessibleDescription(/^No cost after a stop/);
  expect(changes()).toEqual([{ keepConnectedSeconds: 0 }]);
});

test('a number out of its range stays to be corrected, with the reason beside it', async () => {
  await open({}, () => true);
  await connected.fill('301');
  await userEvent.keyboard('{Tab}');
  await expect.element(connected).toHaveAccessibleDescription(new RegExp(refusal));
  await expect.element(connected).toHaveAttribute('aria-invalid', 'true');
  await expect.element(connected).toHaveValue(301);
});

test('an empty field is refused if the setting needs a number, and nothing is changed', async () => {
  const { changes } = await open();
  await connected.fill('');
  await userEvent.keyboard('{Tab}');
  await expect
    .element(connected)
    .toHaveAccessibleDescription(/has to be a whole number from 0 to 300/);
  await expect.element(connected).toHaveAttribute('aria-invalid', 'true');
  expect(changes()).toEqual([]);
});

const advanced = page.getByText('Advanced', { exact: true });

test('what few people need is folded away, each with what it costs', async () => {
  const { changes } = await open({ speechModel: 'universal-3-6-pro' });
  await expect.element(radio('Headset')).not.toBeInTheDocument();
  await advanced.click();
  await expect.element(radio('Headset')).toHaveAccessibleDescription(/\$0\.10 more per hour/);
  await radio('Headset').click();
  await radio('Accuracy').click();
  await page.getByLabelText('Hide offensive words').click();
  await page.getByLabelText('Medical terms').click();
  await page.getByLabelText('Voice threshold').fill('0.35');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(changes)
    .toEqual([
      { voiceFocus: 'near-field' },
      { latencyMode: 'max_accuracy' },
      { filterProfanity: true },
      { domain: 'medical-v1' },
      { vadThreshold: 0.35 },
    ]);
});

test('nothing of it is offered that the model does not have', async () => {
  await open({ speechModel: 'whisper-rt' });
  await advanced.click();
  await expect.element(page.getByLabelText('Hide offensive words')).toBeVisible();
  await expect.element(page.getByLabelText('Save the language')).toBeVisible();
  for (const other of ['Voice threshold', 'Earlier sentences as context'])
    await expect.element(page.getByLabelText(other)).not.toBeInTheDocument();
  await expect.element(radio('Accuracy')).not.toBeInTheDocument();
});
