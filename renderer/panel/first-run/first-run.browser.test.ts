import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { preferencesWith } from '../../lib/testing/preferences.ts';
import { goTo } from '../../lib/testing/pages.ts';
import '../panel.css';
import Panel from '../Panel.svelte';
import { violations } from '../../lib/testing/look-of.ts';

const newcomer = appStateWith({ isFirstRun: true });
const withKey = appStateWith({ keySource: 'stored' });

const button = (name: string) => page.getByRole('button', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const words = page.getByLabelText('Your first words');
const current = page.getByRole('list', { name: 'Setup' }).getByRole('listitem');
const expectStep = (name: string) =>
  expect
    .poll(() =>
      current
        .elements()
        .find((item) => item.ariaCurrent === 'step')
        ?.textContent.trim(),
    )
    .toMatch(name);

async function open(
  appState = newcomer,
  answerers: ConstructorParameters<typeof FakeMain>[0] = {},
) {
  const main = new FakeMain({
    'app-state:read': () => ok(appState),
    'key:save': (key) => (key === 'good' ? ok(withKey) : failed(problem('not-a-key', {}))),
    'microphone:check': () => ok(withKey),
    'demo:start': () => ok(appStateWith({ isFirstRun: true, isDemo: true })),
    'first-run:finish': () => ok(withKey),
    ...answerers,
  });
  await render(Panel);
  return main;
}

async function saveKey(key: string) {
  await page.getByLabelText('AssemblyAI API key').fill(key);
  await button('Check and save').click();
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
});

test('a new person enters a key, sees the microphone move, and says hello', async () => {
  const main = await open();
  await expectStep('Key');
  await expect.element(page.getByLabelText('AssemblyAI API key')).toHaveFocus();
  await saveKey('bad');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expectStep('Key');
  await saveKey('good');

  await expectStep('Microphone');
  await expect.poll(() => main.requests).toContainEqual(['microphone:check', true]);
  main.broadcast('level', 2 / 3);
  await expect
    .element(page.getByRole('meter', { name: 'Microphone level' }))
    .toHaveAttribute('aria-valuenow', '-20');
  await button('Continue').click();

  await expectStep('Say hello');
  expect(main.requests).toContainEqual(['microphone:check', false]);
  await expect.element(words).toHaveFocus();
  await expect
    .element(region('Say hello'))
    .toMatchTextContent(/Hold Ctrl\s*\+\s*Alt\s*\+\s*Space and say hello/);
  // A dictation is pasted, which the page notices as it notices typing.
  await userEvent.keyboard('Hello');
  await expect.element(page.getByText(/It works in every app/)).toBeVisible();
  await button('Finish').click();
  await expect.poll(() => main.count('first-run:finish')).toBe(1);
  await expect.element(region('Dictate and caption')).toBeVisible();
});

test('the language that a new person speaks is chosen beside the microphone', async () => {
  const refused = problem('ipc-no-answer', {});
  const answers = [failed(refused), ok(preferencesWith({ languageCodes: ['de'] }))];
  const main = await open(newcomer, {
    'settings:change': () => answers.shift() ?? failed(refused),
  });
  await saveKey('good');
  await expectStep('Microphone');
  const language = region('The language you speak').getByLabelText('Language');
  await expect.element(language).toHaveDisplayValue('Automatic');
  await language.selectOptions('Prefer German');
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentenceOf(refused));
  await expect.element(language).toHaveDisplayValue('Automatic');
  await language.selectOptions('Prefer German');
  await expect.element(language).toHaveDisplayValue('Prefer German');
  expect(main.requests).toContainEqual(['settings:change', { languageCodes: ['de'] }]);
});

test('without a key, the demo speaks', async () => {
  const main = await open();
  await button('Try it without a key').click();
  await expectStep('Say hello');
  await expect.poll(() => main.requests).toContainEqual(['captions:attach', 'words']);
  main.broadcast('captions:patch', {
    seq: 1,
    turns: [
      { id: 1, text: 'Hello there.', isFinal: true },
      { id: 2, text: 'It', isFinal: false },
    ],
  });
  await expect.element(words).toHaveValue('Hello there. It');
  await expect.element(page.getByText(/With a key it works in every app/)).toBeVisible();
  await button('Enter a key').click();
  await expectStep('Key');
  await expect
    .poll(() => main.requests.slice(-2))
    .toEqual([
      ['captions:attach', 'status'],
      ['listening:do', 'stop'],
    ]);
});

test('the steps wait while the person looks at other pages, and go on after the key is saved', async () => {
  const main = await open();
  await saveKey('good');
  await expectStep('Microphone');
  await goTo('history');
  await goTo('home');
  await expectStep('Microphone');
  main.broadcast('problems:changed', [{ source: 'account', problem: problem('no-key', {}) }]);
  await button('Enter key').click();
  await expectStep('Key');
});

test('the steps can be skipped', async () => {
  const main = await open();
  await button('Skip setup').click();
  await expect.element(region('API key')).toBeVisible();
  main.broadcast('app-state:changed', newcomer);
  await expect.element(current.first()).not.toBeInTheDocument();
});

test('for a person with a key there are no steps', async () => {
  await open(withKey);
  await expect.element(region('Dictate and caption')).toBeVisible();
  expect(current.elements()).toEqual([]);
});

test.each(['light', 'dark'])('axe finds nothing wrong with the steps in %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.lang = 'en';
  document.title = 'CaptionKey';
  await open();
  const check = async () => {
    expect(await violations()).toEqual([]);
  };
  await expectStep('Key');
  await check();
  await saveKey('good');
  await expectStep('Microphone');
  await check();
  await button('Continue').click();
  await expectStep('Say hello');
  await userEvent.keyboard('Hello');
  await expect.element(page.getByText(/It works in every app/)).toBeVisible();
  await check();
});
