import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Hotkey, AppState } from '#shared/app-state.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import { AppStateClient } from '../../lib/app-state/app-state.svelte.ts';
import '../panel.css';
import HotkeysPage from './HotkeysPage.svelte';

type Answerers = ConstructorParameters<typeof FakeMain>[0];

const dictation: Hotkey = {
  action: 'dictate',
  accelerator: 'Control+Alt+Space',
  canHold: true,
  holdProblem: null,
  problem: null,
};
const noHold = problem('no-release-record', {});

async function open(appState: AppState = appStateWith(), answerers: Answerers = {}) {
  const main = new FakeMain({
    'hotkeys:suspend': () => ok(appState),
    'hotkeys:change': () => ok(appState),
    'hotkeys:mode': () => ok(appState),
    ...answerers,
  });
  const view = await render(HotkeysPage, { appState, ask: new AppStateClient().ask });
  /** What was asked about hotkeys, in order. */
  const asked = () => main.requests.filter(([channel]) => channel.startsWith('hotkeys:'));
  return { asked, container: view.container };
}

const section = page.getByRole('region', { name: 'Hotkeys' });
const item = (name: string) => section.getByRole('listitem').filter({ hasText: name });
const change = item('Dictate').getByRole('button');
const mode = (name: string) => section.getByRole('radio', { name: new RegExp(`^${name}`) });

test('each action has its keys, and what keeps them from working', async () => {
  const taken = problem('shortcut-taken', { shortcut: 'Alt+F9' });
  await open(
    appStateWith({
      hotkeys: [
        dictation,
        { ...dictation, action: 'captions', accelerator: 'Alt+F9', canHold: false, problem: taken },
      ],
    }),
  );
  await expect.element(item('Dictate')).toMatchTextContent(/Ctrl\s*\+\s*Alt\s*\+\s*Space/);
  await expect.element(item('captions')).toMatchTextContent(/Alt\s*\+\s*F9/);
  await expect.element(item('captions')).toMatchTextContent(sentenceOf(taken));
});

test('a shortcut is recorded by pressing it, and taken when it is let go', async () => {
  const { asked } = await open();
  await change.click();
  await expect.element(item('Dictate').getByText('Press the keys', { exact: true })).toBeVisible();
  expect(asked()).toEqual([['hotkeys:suspend', true]]);
  await userEvent.keyboard('{Control>}{Shift>}d');
  await expect.poll(() => asked().at(-1)).toEqual(['hotkeys:change', 'dictate', 'Control+Shift+D']);
  await userEvent.keyboard('{/Shift}{/Control}');
  await expect.element(change).toHaveTextContent('Change');
  expect(asked()).toHaveLength(2);
});

test('a button of the mouse is recorded by pressing it, and the left one still clicks', async () => {
  const { asked } = await open();
  const press = (button: number): boolean[] =>
    ['mousedown', 'mouseup', 'auxclick'].map((type) =>
      document.body.dispatchEvent(
        new MouseEvent(type, { button, bubbles: true, cancelable: true }),
      ),
    );
  await change.click();
  await expect.element(item('Dictate').getByText('Press the keys', { exact: true })).toBeVisible();
  expect(press(0).slice(0, 2)).toEqual([true, true]);
  expect(asked()).toEqual([['hotkeys:suspend', true]]);
  // The page does not go back.
  expect(press(3).slice(0, 2)).toEqual([false, false]);
  await expect.poll(() => asked().at(-1)).toEqual(['hotkeys:change', 'dictate', 'MouseBack']);
  await expect.element(change).toHaveTextContent('Change');
});

test('keys are asked for once they are heard: until then, a shortcut of ours is acted on', async () => {
  const suspended = Promise.withResolvers<Result<AppState>>();
  await open(appStateWith(), { 'hotkeys:suspend': () => suspended.promise });
  await change.click();
  await expect.element(change).toHaveTextContent('Cancel');
  const invitation = item('Dictate').getByText('Press the keys', { exact: true });
  await expect.element(invitation).not.toBeInTheDocument();
  suspended.resolve(ok(appStateWith()));
  await expect.element(invitation).toBeVisible();
});

test('by keyboard alone: the button records, and its own keys do not press it', async () => {
  const { asked } = await open();
  await userEvent.tab();
  await expect.element(change).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(change).toHaveTextContent('Cancel');
  await expect.element(item('Dictate').getByText('Press the keys', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Control>} {/Control}');
  await expect.poll(() => asked().at(-1)).toEqual(['hotkeys:change', 'dictate', 'Control+Space']);
  await expect.element(change).toHaveFocus();
});

test('Escape cancels, and gives the hotkeys back', async () => {
  const { asked } = await open();
  await change.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(change).toHaveTextContent('Change');
  expect(asked()).toEqual([
    ['hotkeys:suspend', true],
    ['hotkeys:suspend', false],
  ]);
});

test('so does leaving', async () => {
  const { asked } = await open();
  await change.click();
  await expect.element(change).toHaveTextContent('Cancel');
  await item('captions').getByRole('button').click();
  await expect.poll(asked).toEqual([
    ['hotkeys:suspend', true],
    ['hotkeys:suspend', false],
    ['hotkeys:suspend', true],
  ]);
});

test('what is refused is said beside it', async () => {
  await open(appStateWith(), {
    'hotkeys:change': () => failed(problem('only-dictation-alone', {})),
  });
  await change.click();
  await userEvent.keyboard('a');
  await expect
    .element(item('Dictate').getByRole('alert'))
    .toHaveTextContent('Only the dictation key can be a single modifier.');
});

test('the mode is chosen, and one that is refused does not look chosen', async () => {
  const { asked } = await open(appStateWith(), {
    'hotkeys:mode': () => failed(noHold),
  });
  await expect.element(mode('Auto')).toBeChecked();
  await mode('Hold').click();
  expect(asked()).toEqual([['hotkeys:mode', 'hold']]);
  await expect.element(section.getByRole('alert')).toHaveTextContent(sentenceOf(noHold));
  await expect.element(mode('Auto')).toBeChecked();
});

test('where no release is heard, only a press can be chosen, and the reason is said', async () => {
  const hotkeys = [{ ...dictation, canHold: false, holdProblem: noHold }];
  await open(appStateWith({ hotkeys }));
  await expect.element(mode('Auto')).toBeDisabled();
  await expect.element(mode('Hold')).toBeDisabled();
  await expect.element(mode('Toggle')).toBeChecked();
  await expect
    .element(section.getByRole('group', { name: 'Dictation key' }))
    .toHaveAccessibleDescription(sentenceOf(noHold));
});

test.each([
  ['everything works', appStateWith()],
  [
    'nothing does',
    appStateWith({
      hotkeys: [{ ...dictation, canHold: false, holdProblem: noHold, problem: noHold }],
    }),
  ],
])('where %s, axe finds nothing against it', async (_where, appState) => {
  const { container } = await open(appState);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await change.click();
  expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
});
