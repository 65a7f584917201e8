import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { failed, ok } from '#shared/result.ts';
import type { Setup } from '#shared/setup.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import { setupWith } from '../lib/testing/setup.ts';
import './panel.css';
import Panel from './Panel.svelte';

const field = page.getByLabelText('AssemblyAI API key');
const save = page.getByRole('button', { name: 'Check and save' });
const alert = page.getByRole('alert');
const goTo = (place: string) => page.getByRole('button', { name: place, exact: true }).click();
const section = (name: string) => page.getByRole('region', { name });

type Answerers = ConstructorParameters<typeof FakeMain>[0];

async function open(setup: Partial<Setup> = {}, answerers: Answerers = {}) {
  const main = new FakeMain({ 'setup:read': () => ok(setupWith(setup)), ...answerers });
  const { unmount } = await render(Panel);
  return { main, unmount };
}

test('a key is sent once, the field is emptied, and only its state is shown', async () => {
  const checked = Promise.withResolvers<undefined>();
  const { main } = await open(
    {},
    {
      'key:save': async () => {
        await checked.promise;
        return ok(setupWith({ keySource: 'stored' }));
      },
    },
  );
  await field.fill('  a-pasted-key ');
  await save.click();
  await expect.element(field).toHaveValue('');
  await expect.element(section('API key').getByText('Checking…')).toBeVisible();
  await field.fill('an-impatient-second');
  await userEvent.keyboard('{Enter}');

  checked.resolve(undefined);
  await expect
    .element(page.getByText('Your key is stored, encrypted by the system.'))
    .toBeVisible();
  await expect.element(field).not.toBeInTheDocument();
  expect(main.requests.filter(([channel]) => channel === 'key:save')).toEqual([
    ['key:save', 'a-pasted-key'],
  ]);
  expect(document.body.innerHTML).not.toContain('a-pasted-key');
});

test('a key that is refused says why, where the next one is pasted', async () => {
  await open({}, { 'key:save': () => failed('key', 'AssemblyAI does not accept this key.') });
  await field.fill('wrong');
  await save.click();
  await expect.element(alert).toHaveTextContent('AssemblyAI does not accept this key.');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAccessibleDescription('AssemblyAI does not accept this key.');
  await expect.element(field).toHaveValue('');
});

test('an empty field is not sent', async () => {
  const { main } = await open();
  await field.fill('   ');
  await save.click();
  expect(main.count('key:save')).toBe(0);
});

test.each([
  { setup: { keySource: 'none' }, said: 'Paste your AssemblyAI API key.', hasField: true },
  {
    setup: { keySource: 'memory', keyNote: 'The system cannot encrypt it.' },
    said: 'Your key is kept until CaptionKey is closed. The system cannot encrypt it.',
    hasField: false,
  },
  { setup: { keySource: 'environment' }, said: 'Using ASSEMBLYAI_API_KEY.', hasField: true },
] as const)(
  'with the key source $setup.keySource it says so',
  async ({ setup, said, hasField }) => {
    await open(setup);
    await expect.element(section('API key')).toMatchTextContent(said);
    expect(field.query() !== null).toBe(hasField);
  },
);

test('a stored key can be forgotten, and the keyboard stays in its place', async () => {
  await open({ keySource: 'stored' }, { 'key:forget': () => ok(setupWith()) });
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect.element(field).toBeVisible();
  await expect.element(section('API key').getByText(/^Paste your/)).toHaveFocus();
});

test('a microphone is chosen from the list, the default first', async () => {
  const desk = { id: 'Desk/1', name: 'Desk', hostApi: 'ALSA' };
  const { main } = await open(
    {},
    {
      'microphone:choose': (microphone) => ok(setupWith({ chosenMicrophone: microphone })),
    },
  );
  const list = page.getByLabelText('Microphone to listen to');
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

test('a microphone that is open for the pre-roll is told, as long as it is', async () => {
  const { main } = await open({ isPreRolling: true });
  const told = page.getByText(/^The microphone is open for the pre-roll/);
  await expect.element(told).toBeVisible();
  main.broadcast('setup:changed', setupWith());
  await expect.element(told).not.toBeInTheDocument();
});

test('a choice that is refused does not look chosen', async () => {
  await open({}, { 'microphone:choose': () => failed('busy', 'That microphone is in use.') });
  const list = page.getByLabelText('Microphone to listen to');
  await list.selectOptions('Desk');
  await expect.element(alert).toHaveTextContent('That microphone is in use.');
  await expect.element(list).toHaveDisplayValue('System default (Built-in)');
});

test('the level is shown while it is checked, and the microphone released after', async () => {
  const { main, unmount } = await open({}, { 'microphone:check': () => ok(setupWith()) });
  const check = page.getByRole('button', { name: 'Check level' });
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
  await open({}, { 'microphone:check': () => failed('none', 'No microphone is connected.') });
  await page.getByRole('button', { name: 'Check level' }).click();
  await expect.element(alert).toHaveTextContent('No microphone is connected.');
  await expect.element(page.getByRole('meter')).not.toBeInTheDocument();
});

test('captions are started and stopped here, and their state is shown', async () => {
  const { main } = await open();
  await page.getByRole('button', { name: 'Start captions' }).click();
  expect(main.requests.at(-1)).toEqual(['listening:do', 'toggle']);
  main.broadcast('captions:patch', {
    seq: 1,
    turns: [],
    status: { phase: 'listening', connected: false },
    areCaptionsOn: true,
  });
  await expect.element(section('Try it').getByRole('status')).toHaveTextContent('Connecting…');
  await expect.element(page.getByRole('button', { name: 'Stop captions' })).toBeVisible();
});

test('in a dictation without captions the button still starts them', async () => {
  const { main } = await open();
  main.broadcast('captions:patch', {
    seq: 1,
    turns: [],
    status: { phase: 'listening', connected: true },
  });
  await expect.element(section('Try it').getByRole('status')).toHaveTextContent('Listening…');
  await expect.element(page.getByRole('button', { name: 'Start captions' })).toBeVisible();
});

test('the demo starts without a key, and the panel says it is one', async () => {
  await open({}, { 'demo:start': () => ok(setupWith({ isDemo: true })) });
  await page.getByRole('button', { name: 'Try the demo recording' }).click();
  await expect.element(section('Try it')).toMatchTextContent('This is the demo');
});

test('hotkeys are written as keys, with what keeps one from working, which is told everywhere', async () => {
  const problem = 'Another program uses this hotkey.';
  const { main } = await open();
  await goTo('Hotkeys');
  await expect.element(section('Hotkeys')).toMatchTextContent(/Ctrl\s*\+\s*Alt\s*\+\s*Space/);
  main.broadcast(
    'setup:changed',
    setupWith({
      hotkeys: [
        { action: 'captions', accelerator: 'Alt+F9', canHold: false, holdProblem: null, problem },
      ],
    }),
  );
  await expect.element(section('Hotkeys')).toMatchTextContent(problem);
  await expect.element(alert).not.toBeInTheDocument();
  await goTo('Words');
  await expect.element(alert).toHaveTextContent(problem);
});

test('diagnostics are copied, and what keeps them from it is said', async () => {
  const answers = [ok(null), failed('internal', 'Try again.')];
  await open({}, { 'diagnostics:copy': () => answers.shift() ?? ok(null) });
  await goTo('Usage');
  const copy = page.getByRole('button', { name: 'Copy diagnostics' });
  const said = section('Diagnostics').getByRole('status');
  await copy.click();
  await expect.element(said).toHaveTextContent('Copied to the clipboard.');
  await copy.click();
  await expect.element(alert).toHaveTextContent('Try again.');
  await expect.element(said).toHaveTextContent('');
});

test('a main process that does not answer is said instead of an empty page', async () => {
  await open({}, { 'setup:read': () => failed('x', 'Start CaptionKey again.') });
  await expect.element(alert).toHaveTextContent('Start CaptionKey again.');
});

test('a notice can be closed, and a problem that is still so cannot', async () => {
  const { main } = await open();
  const say = (seq: number, code: string) =>
    main.broadcast('captions:patch', {
      seq,
      turns: [],
      problem: { code, sentence: 'A sentence.' },
    });
  const close = page.getByRole('button', { name: 'Close' });
  say(1, 'no-key');
  await expect.element(alert).toHaveTextContent('A sentence.');
  await expect.element(close).not.toBeInTheDocument();
  say(2, 'file-set-aside');
  await close.click();
  expect(main.requests).toContainEqual(['problem:close']);
});
