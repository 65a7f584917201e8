import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import type { Hotkey } from '#shared/app-state.ts';
import { appStateWith } from '../lib/testing/app-state.ts';
import { goTo } from '../lib/testing/pages.ts';
import { alert, captionsHotkey, keyField, openPanel, section } from './panel.fixture.ts';

const save = page.getByRole('button', { name: 'Check and save' });

test('a key is sent once, and only its state is shown', async () => {
  const checked = Promise.withResolvers<undefined>();
  const { main } = await openPanel(
    {},
    {
      'key:save': async () => {
        await checked.promise;
        return ok(appStateWith({ keySource: 'stored' }));
      },
    },
  );
  await keyField.fill('  a-pasted-key ');
  await save.click();
  await expect.element(section('API key').getByText('Checking…')).toBeVisible();
  await expect.element(keyField).toHaveAttribute('readonly');
  keyField.element().focus();
  await userEvent.keyboard('{Enter}');

  checked.resolve(undefined);
  await expect.element(page.getByText('Your key is saved and encrypted.')).toBeVisible();
  await expect.element(keyField).not.toBeInTheDocument();
  expect(main.requests.filter(([channel]) => channel === 'key:save')).toEqual([
    ['key:save', 'a-pasted-key'],
  ]);
  expect(document.body.innerHTML).not.toContain('a-pasted-key');
});

test('a key that is refused stays in the field, which says why', async () => {
  await openPanel({}, { 'key:save': () => failed(problem('not-a-key', {})) });
  await keyField.fill('wrong');
  await save.click();
  await expect.element(alert).toHaveTextContent(sentenceOf(problem('not-a-key', {})));
  await expect.element(keyField).toHaveFocus();
  await expect.element(keyField).toHaveAccessibleDescription(sentenceOf(problem('not-a-key', {})));
  await expect.element(keyField).toHaveValue('wrong');
  await userEvent.keyboard('another');
  await expect.element(keyField).toHaveValue('another');
});

test('an empty field is not sent', async () => {
  const { main } = await openPanel();
  await keyField.fill('   ');
  await save.click();
  expect(main.count('key:save')).toBe(0);
});

test.each([
  { appState: { keySource: 'none' }, said: 'Get one at assemblyai.com/dashboard', hasField: true },
  {
    appState: { keySource: 'memory', keyNote: problem('no-encrypted-storage', {}) },
    said: 'Your key works until CaptionKey quits. This system has no encrypted storage. To keep the key, set ASSEMBLYAI_API_KEY.',
    hasField: false,
  },
  { appState: { keySource: 'environment' }, said: 'Using ASSEMBLYAI_API_KEY.', hasField: true },
] as const)(
  'with the key source $appState.keySource it says so',
  async ({ appState, said, hasField }) => {
    await openPanel(appState);
    await expect.element(section('API key')).toMatchTextContent(said);
    expect(keyField.query() !== null).toBe(hasField);
  },
);

test('a stored key can be forgotten, and the keyboard focus stays there', async () => {
  await openPanel({ keySource: 'stored' }, { 'key:forget': () => ok(appStateWith()) });
  await page.getByRole('button', { name: 'Remove key' }).click();
  await expect.element(keyField).toBeVisible();
  await expect.element(section('API key').getByText(/^Get one at assemblyai/)).toHaveFocus();
});

test('a microphone is chosen from the list, the default first', async () => {
  const desk = { id: 'Desk/1', name: 'Desk', hostApi: 'ALSA' };
  const { main } = await openPanel(
    {},
    {
      'microphone:choose': (microphone) => ok(appStateWith({ chosenMicrophone: microphone })),
    },
  );
  const list = page.getByLabelText('Microphone to use');
  await expect.element(list).toHaveDisplayValue('System default (Built-in)');
  await list.selectOptions('Desk');
  await expect.element(list).toHaveDisplayValue('Desk');
  await list.selectOptions('System default (Built-in)');
  await expect
    .poll(() => main.requests.slice(-2))
    .toEqual([
      ['microphone:choose', desk],
      ['microphone:choose', null],
    ]);
});

test('the panel says that a microphone is open for the pre-roll, as long as it is', async () => {
  const { main } = await openPanel({ isPreRolling: true });
  const notice = page.getByText(/^The microphone is open for the pre-roll/);
  await expect.element(notice).toBeVisible();
  main.broadcast('app-state:changed', appStateWith());
  await expect.element(notice).not.toBeInTheDocument();
});

test('a choice that is refused does not look chosen', async () => {
  await openPanel({}, { 'microphone:choose': () => failed(problem('captions-on', {})) });
  const list = page.getByLabelText('Microphone to use');
  await list.selectOptions('Desk');
  await expect.element(alert).toHaveTextContent('Stop captions first, then try again.');
  await expect.element(list).toHaveDisplayValue('System default (Built-in)');
});

test('the level is shown while it is checked, and the microphone released after', async () => {
  const { main, unmount } = await openPanel({}, { 'microphone:check': () => ok(appStateWith()) });
  const check = page.getByRole('button', { name: 'Test microphone' });
  const meter = page.getByRole('meter', { name: 'Microphone level' });
  await check.click();
  await expect.element(check).toHaveAttribute('aria-pressed', 'true');
  main.broadcast('level', 2 / 3);
  await expect.element(meter).toHaveAttribute('aria-valuenow', '-20');

  await check.click();
  await expect.element(meter).not.toBeInTheDocument();
  await check.click();
  await unmount();
  expect(main.requests.filter(([channel]) => channel === 'microphone:check')).toEqual([
    ['microphone:check', true],
    ['microphone:check', false],
    ['microphone:check', true],
    ['microphone:check', false],
  ]);
});

test('a level that cannot be checked says why and shows no meter', async () => {
  await openPanel({}, { 'microphone:check': () => failed(problem('no-microphone', {})) });
  await page.getByRole('button', { name: 'Test microphone' }).click();
  await expect
    .element(alert)
    .toHaveTextContent('No microphone was found. Connect one, then start again.');
  await expect.element(page.getByRole('meter')).not.toBeInTheDocument();
});

test('the first page says how to dictate, with the keys in use', async () => {
  const hotkeys = appStateWith().hotkeys;
  const { main } = await openPanel();
  const how = section('Dictate and caption');
  await expect.element(how).toMatchTextContent(/Hold Ctrl\s*\+\s*Alt\s*\+\s*Space and speak/);
  main.broadcast('app-state:changed', appStateWith({ dictationMode: 'toggle', hotkeys }));
  await expect.element(how).toMatchTextContent(/Press Ctrl\s*\+\s*Alt\s*\+\s*Space and speak/);
});

test('captions are started and stopped here, and their state is shown', async () => {
  const { main } = await openPanel();
  await page.getByRole('button', { name: 'Start captions' }).click();
  expect(main.requests.at(-1)).toEqual(['listening:do', 'toggle']);
  main.broadcast('captions:patch', {
    seq: 1,
    turns: [],
    status: { phase: 'listening', connected: false },
    areCaptionsOn: true,
  });
  await expect
    .element(section('Dictate and caption').getByRole('status'))
    .toHaveTextContent('Connecting…');
  await expect.element(page.getByRole('button', { name: 'Stop captions' })).toBeVisible();
});

test('in a dictation without captions the button still starts them', async () => {
  const { main } = await openPanel();
  main.broadcast('captions:patch', {
    seq: 1,
    turns: [],
    status: { phase: 'listening', connected: true },
  });
  await expect
    .element(section('Dictate and caption').getByRole('status'))
    .toHaveTextContent('Listening…');
  await expect.element(page.getByRole('button', { name: 'Start captions' })).toBeVisible();
});

test('the demo starts without a key, and the panel says it is one', async () => {
  await openPanel({}, { 'demo:start': () => ok(appStateWith({ isDemo: true })) });
  await page.getByRole('button', { name: 'Try the demo recording' }).click();
  await expect.element(section('Dictate and caption')).toMatchTextContent('This is the demo');
});

test('hotkeys are written as keys, with what keeps one from working, which every page shows', async () => {
  const taken = problem('shortcut-taken', { shortcut: 'Alt+F9' });
  const { main } = await openPanel();
  await goTo('hotkeys');
  await expect.element(section('Hotkeys')).toMatchTextContent(/Ctrl\s*\+\s*Alt\s*\+\s*Space/);
  main.broadcast(
    'app-state:changed',
    appStateWith({
      hotkeys: [{ ...captionsHotkey, problem: taken }],
    }),
  );
  await expect.element(section('Hotkeys')).toMatchTextContent(sentenceOf(taken));
  await expect.element(alert).not.toBeInTheDocument();
  await goTo('dictionary');
  await expect.element(alert).toHaveTextContent(sentenceOf(taken));
});

test('where commands are bound in the desktop, only Home says so, once', async () => {
  const unheard = (action: Hotkey['action'], command: string): Hotkey => ({
    ...{ action, accelerator: 'Control+Alt+Space', canHold: false, holdProblem: null },
    problem: problem('no-global-keys', { command }),
  });
  const hotkeys = [
    unheard('dictate', 'captionkey --toggle'),
    unheard('captions', 'captionkey --captions'),
  ];
  await openPanel({ hotkeys });
  await expect.element(alert).toMatchTextContent('captionkey --toggle');
  await goTo('dictionary');
  await expect.element(alert).not.toBeInTheDocument();
  await goTo('hotkeys');
  await expect.element(section('Hotkeys')).toMatchTextContent('captionkey --captions');
});

test('diagnostics are copied, and what keeps them from it is said', async () => {
  const answers = [ok(null), failed(problem('internal', {}))];
  await openPanel({}, { 'diagnostics:copy': () => answers.shift() ?? ok(null) });
  await goTo('privacy');
  const copy = page.getByRole('button', { name: 'Copy diagnostics' });
  const said = section('Diagnostics').getByRole('status');
  await copy.click();
  await expect.element(said).toHaveTextContent('Copied to the clipboard.');
  await copy.click();
  await expect.element(alert).toHaveTextContent('Something went wrong in CaptionKey. Try again.');
  await expect.element(said).toHaveTextContent('');
});

test('a main process that does not answer is said instead of an empty page', async () => {
  await openPanel({}, { 'app-state:read': () => failed(problem('ipc-no-answer', {})) });
  await expect
    .element(alert)
    .toHaveTextContent("CaptionKey isn't responding. Quit it and start it again.");
});
