import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Preferences } from '#shared/preferences.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import { preferencesWith } from '../../lib/testing/preferences.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { keepingMain, refusal } from '../../lib/testing/settings-main.ts';
import '../panel.css';
import Panel from '../Panel.svelte';

async function open(made: Partial<Preferences> = {}, refuses?: (changed: object) => boolean) {
  const opened = keepingMain(made, refuses);
  await render(Panel);
  await goTo('dictionary');
  return opened;
}

const section = (name: string) => page.getByRole('region', { name });
const term = page.getByLabelText('Name or term');
const prompt = page.getByLabelText('Context');
const cell = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a term is added by the keyboard, and counted as it is typed', async () => {
  const { changes } = await open({ keyterms: ['Röde'] });
  const terms = section('Names and terms');
  await expect.element(terms).toMatchTextContent('1/100');
  await term.fill(' CaptionKey ');
  await expect.element(terms).toMatchTextContent('10/50');
  await userEvent.keyboard('{Enter}');
  await expect.element(terms).toMatchTextContent('2/100');
  await expect.element(term).toHaveValue('');
  expect(changes()).toEqual([{ keyterms: ['Röde', 'CaptionKey'] }]);
});

test('a term that is removed leaves the keyboard in its place', async () => {
  const { changes } = await open({ keyterms: ['Röde', 'CaptionKey'] });
  await button('Remove Röde').click();
  await expect.element(term).toHaveFocus();
  expect(changes()).toEqual([{ keyterms: ['CaptionKey'] }]);
});

test.each([
  ['x'.repeat(51), [], 'A term can have at most 50 characters.'],
  ['Röde', ['Röde'], 'That is already in the list.'],
  ['one more', Array.from({ length: 100 }, (_, index) => `${index}`), 'The list is full, at 100.'],
])('“%s” is not added to what is there, and why is said', async (text, keyterms, why) => {
  const { changes } = await open({ keyterms });
  await term.fill(text);
  await userEvent.keyboard('{Enter}');
  await expect.element(section('Names and terms').getByRole('alert')).toMatchTextContent(why);
  await expect.element(term).toHaveValue(text);
  expect(changes()).toEqual([]);
});

test.each([
  ['Remove Röde', 'Names and terms'],
  ['Remove um', 'Replacements'],
])(
  '“%s” that is refused keeps the keyboard, because the button is still there',
  async (name, list) => {
    await open({ keyterms: ['Röde'], replacements: [{ from: 'um', to: '' }] }, () => true);
    await button(name).click();
    await expect.element(section(list).getByRole('alert')).toHaveTextContent(refusal);
    await expect.element(button(name)).toHaveFocus();
  },
);

test('the prompt is counted as it is typed, and saved when the field is left', async () => {
  const { changes } = await open();
  await prompt.fill('Two architects talk.');
  await expect.element(section('About your speech')).toMatchTextContent('20/1750');
  await userEvent.keyboard('{Tab}');
  await expect.poll(changes).toEqual([{ prompt: 'Two architects talk.' }]);
});

test('the prompt is also saved in a pause of typing', async () => {
  const { changes } = await open();
  await prompt.fill('Two architects talk.');
  await expect.poll(changes).toEqual([{ prompt: 'Two architects talk.' }]);
  await expect.element(prompt).toHaveFocus();
});

test('a prompt that is refused stays to be corrected, with the reason beside it', async () => {
  await open({}, () => true);
  await prompt.fill('x'.repeat(1_751));
  await expect.element(prompt).toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Tab}');
  await expect.element(section('About your speech').getByRole('alert')).toHaveTextContent(refusal);
  await expect.element(prompt).toHaveAccessibleDescription(new RegExp(refusal));
  await expect.element(prompt).toHaveValue('x'.repeat(1_751));
});

test('what is typed is not overwritten by what others change', async () => {
  const { main } = await open();
  await prompt.fill('Half a sen');
  main.broadcast('settings:changed', preferencesWith({ sounds: true }));
  await expect.element(prompt).toHaveValue('Half a sen');
});

test('a replacement is added, changed and removed', async () => {
  const { changes } = await open();
  await cell('Recognised as, new replacement').fill('caption key ');
  await cell('Write, new replacement').fill('CaptionKey');
  await userEvent.keyboard('{Enter}');
  await expect.element(cell('Write, caption key')).toHaveValue('CaptionKey');
  await expect.element(cell('Recognised as, new replacement')).toHaveFocus();
  await cell('Write, caption key').fill('CK');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => changes().length).toBe(2);
  await button('Remove caption key').click();
  await expect.element(cell('Write, caption key')).not.toBeInTheDocument();
  expect(changes()).toEqual([
    { replacements: [{ from: 'caption key', to: 'CaptionKey' }] },
    { replacements: [{ from: 'caption key', to: 'CK' }] },
    { replacements: [] },
  ]);
});

test('a replacement matches case where that is ticked, and no longer where it is not', async () => {
  const { changes } = await open({ replacements: [{ from: 'us', to: 'we' }] });
  await expect.element(cell('Match case, us')).not.toBeChecked();
  await cell('Match case, us').click();
  await expect.element(cell('Match case, us')).toBeChecked();
  await cell('Match case, us').click();
  await cell('Recognised as, new replacement').fill('US');
  await cell('Match case, new replacement').click();
  await button('Add').last().click();
  await expect.element(cell('Match case, new replacement')).not.toBeChecked();
  expect(changes()).toEqual([
    { replacements: [{ from: 'us', to: 'we', matchCase: true }] },
    { replacements: [{ from: 'us', to: 'we' }] },
    {
      replacements: [
        { from: 'us', to: 'we' },
        { from: 'US', to: '', matchCase: true },
      ],
    },
  ]);
});

test('a line break is written with Shift+Enter, and shown', async () => {
  const { changes } = await open();
  await cell('Recognised as, new replacement').fill('new line');
  await cell('Write, new replacement').click();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}{Enter}');
  await expect.element(cell('Write, new line')).toHaveValue('\n');
  expect(changes()).toEqual([{ replacements: [{ from: 'new line', to: '\n' }] }]);
});

test('nothing at all is not replaced', async () => {
  const { changes } = await open({ replacements: [{ from: 'um', to: '' }] });
  await cell('Write, new replacement').fill('x');
  await button('Add').last().click();
  await cell('Recognised as, um').fill(' ');
  await userEvent.keyboard('{Tab}');
  await expect.element(cell('Recognised as, um')).toHaveValue('um');
  expect(changes()).toEqual([]);
});

test('a replacement that is refused stays to be corrected', async () => {
  await open({}, () => true);
  await cell('Recognised as, new replacement').fill('um');
  await userEvent.keyboard('{Enter}');
  await expect.element(section('Replacements').getByRole('alert')).toHaveTextContent(refusal);
  await expect.element(cell('Recognised as, new replacement')).toHaveValue('um');
});

test('a model without prompt and terms is named where they are', async () => {
  await open({ speechModel: 'whisper-rt' });
  await expect.element(section('Names and terms')).toMatchTextContent('Whisper does not use them.');
  await expect.element(section('About your speech')).toMatchTextContent('Whisper does not use it.');
});

test('voice commands and fillers are switched, and the commands listed by language', async () => {
  const { changes } = await open({ languageCodes: ['de', 'nl'] });
  const spoken = section('While you dictate');
  await spoken.getByLabelText('Voice commands').click();
  await spoken.getByLabelText('Leave out fillers').click();
  await expect.poll(changes).toEqual([{ voiceCommands: true }, { removeFillers: true }]);
  await spoken.getByText('What you can say').click();
  const heads = spoken
    .getByRole('columnheader')
    .elements()
    .map((each) => each.textContent);
  expect(heads).toEqual(['Writes', 'English', 'German']);
  await expect
    .element(spoken.getByRole('row').filter({ hasText: 'new line' }).first())
    .toMatchTextContent('neue Zeile');
  await expect
    .element(spoken.getByRole('row').filter({ hasText: '?' }))
    .toMatchTextContent('Fragezeichen');
  await expect
    .element(spoken.getByRole('row').filter({ hasText: 'removes the last dictation' }))
    .toMatchTextContent(/scratch that, delete that\s*lösch das/);
});

test('“scratch that” is not listed where it removes nothing', async () => {
  const { main } = await open();
  const spoken = section('While you dictate');
  await spoken.getByText('What you can say').click();
  const scratches = spoken.getByRole('row').filter({ hasText: 'removes the last dictation' });
  await expect.element(scratches).toBeVisible();
  main.broadcast('app-state:changed', appStateWith({ canScratch: false }));
  await expect.element(scratches).not.toBeInTheDocument();
  await expect
    .element(spoken.getByRole('row').filter({ hasText: 'new line' }).first())
    .toBeVisible();
});
