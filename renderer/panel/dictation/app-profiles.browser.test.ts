import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Preferences } from '#shared/preferences.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { violations } from '../../lib/testing/look-of.ts';
import { keepingMain, refusal } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(made: Partial<Preferences> = {}, refuses?: (changed: object) => boolean) {
  const opened = keepingMain(made, refuses);
  await render(Panel);
  await goTo('dictation');
  return opened;
}

const section = page.getByRole('region', { name: 'App profiles' });
const app = section.getByLabelText('Name of the app');
const profile = (name: string) => section.getByRole('group', { name, exact: true }).last();
const summary = (name: string) => section.getByText(name, { exact: true });

test('a profile is added and filled in by the keyboard alone', async () => {
  const { changes } = await open();
  await app.fill(' Slack ');
  await userEvent.keyboard('{Enter}');
  await expect.element(profile('Slack')).toBeVisible();
  await userEvent.keyboard('{Tab}{Tab}Chat with the team.{Tab}Röde{Enter}CaptionKey');
  await userEvent.keyboard('{Tab}{Tab}{Tab} ');
  await expect.element(section).toMatchTextContent('1/50');
  await expect
    .poll(() => changes().at(-1))
    .toEqual({
      appProfiles: [
        {
          ...{ app: 'Slack', prompt: 'Chat with the team.', keyterms: ['Röde', 'CaptionKey'] },
          pressEnter: true,
        },
      ],
    });
});

test('each choice of a profile is changed alone, and taken back', async () => {
  const { changes } = await open({ appProfiles: [{ app: 'Slack' }, { app: 'Writer' }] });
  await summary('Slack').click();
  const slack = profile('Slack');
  await slack.getByLabelText('Language').selectOptions('German');
  await slack.getByLabelText('Dictated text').selectOptions('Copy to the clipboard');
  await slack.getByLabelText('Continue the text before').click();
  await slack.getByLabelText('Language').selectOptions('As for all apps');
  await expect
    .poll(() => changes().at(-1))
    .toEqual({
      appProfiles: [{ app: 'Slack', insertion: 'clipboard', continues: false }, { app: 'Writer' }],
    });
});

test('a profile that is deleted leaves the keyboard where another is added', async () => {
  const { changes } = await open({ appProfiles: [{ app: 'Slack' }, { app: 'Writer' }] });
  await summary('Slack').click();
  await profile('Slack').getByRole('button', { name: 'Delete' }).click();
  await expect.element(app).toHaveFocus();
  expect(changes()).toEqual([{ appProfiles: [{ app: 'Writer' }] }]);
});

test.each([
  ['slack', [{ app: 'Slack' }], 'That is already in the list.'],
  ['more', Array.from({ length: 50 }, (_, index) => ({ app: `${index}` })), 'The list is full'],
])('“%s” is not added to what is there, and why is said', async (name, appProfiles, why) => {
  const { changes } = await open({ appProfiles });
  await app.fill(name);
  await userEvent.keyboard('{Enter}');
  await expect.element(section.getByRole('alert')).toMatchTextContent(why);
  expect(changes()).toEqual([]);
});

test('what is refused goes back, and why is said', async () => {
  await open({ appProfiles: [{ app: 'Slack' }] }, () => true);
  await summary('Slack').click();
  const enter = profile('Slack').getByLabelText('Press Enter after the text');
  await enter.click();
  await expect.element(section.getByRole('alert')).toHaveTextContent(refusal);
  await expect.element(enter).not.toBeChecked();
});

test('a term that is too long is not saved, and why is said beside it', async () => {
  const { changes } = await open({ appProfiles: [{ app: 'Slack' }] });
  await summary('Slack').click();
  const terms = profile('Slack').getByLabelText('Names and terms');
  await terms.fill('x'.repeat(51));
  await userEvent.keyboard('{Tab}');
  await expect.element(terms).toHaveAccessibleDescription(/at most 50 characters/);
  expect(changes()).toEqual([]);
});

test('a model without context and terms is named where they are', async () => {
  await open({ appProfiles: [{ app: 'Slack' }], speechModel: 'whisper-rt' });
  await summary('Slack').click();
  await expect.element(profile('Slack')).toMatchTextContent('Whisper does not use it.');
  await expect.element(profile('Slack')).toMatchTextContent('Whisper does not use them.');
});

test('two profiles of one app from settings.json are both shown', async () => {
  await open({ appProfiles: [{ app: 'Slack' }, { app: 'Slack' }] });
  await expect.element(section).toMatchTextContent('2/50');
});

test.each(['light', 'dark'])(
  'axe finds nothing wrong with an open profile in %s',
  async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.lang = 'en';
    document.title = 'CaptionKey';
    await open({ appProfiles: [{ app: 'Slack', keyterms: ['Röde'], language: 'ko' }] });
    await summary('Slack').click();
    await expect.element(profile('Slack')).toBeVisible();
    expect(await violations()).toEqual([]);
    document.documentElement.style.colorScheme = '';
  },
);
