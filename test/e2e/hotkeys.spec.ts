import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { grabKeys, pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { holdButton, movePointer, pressButton } from '../../tools/desktop-harness/pointer.ts';
import { waitForFocusedWindow, waitForWindow } from '../../tools/desktop-harness/windows.ts';
import type { App, LaunchOptions } from '../support/app.ts';
import { root } from '../../tools/start/build.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { descendantsOf, mainPidOf } from '../support/processes.ts';
import { patient } from '../support/patient.ts';
import { openPage } from '../support/pages.ts';

/* Keys on a real keyboard of the desktop, with any window in front. Most tests share one app. */
const picture = join(root, 'out/test-pictures/hotkeys-button.png');

let desk: Desk;
let app: App;
let panel: Page;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

async function open(options: LaunchOptions = {}): Promise<void> {
  app = await desk.launch(options);
  panel = await app.page('CaptionKey');
  await openPage(panel, 'hotkeys');
  await panel.getByRole('region', { name: 'Hotkeys' }).getByRole('listitem').first().waitFor();
  await waitForFocusedWindow(desk.display, 'CaptionKey');
}

const hotkeys = () => panel.getByRole('region', { name: 'Hotkeys' });
const item = (name: string) => hotkeys().getByRole('listitem').filter({ hasText: name });

const keyWatches = async (): Promise<number> => {
  const processes = await descendantsOf(mainPidOf(app));
  return processes.filter(({ command }) => command.includes('key-watch')).length;
};

const log = (): Promise<string> => readFile(join(app.userData, 'logs/main.log'), 'utf8');

/** How many key watches the app has started, or has seen end, by its log. */
const loggedKeyWatches = async (what: 'started' | 'ended'): Promise<number> =>
  (await log()).split(`process-${what} process=key-watch`).length - 1;

const chosen = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(app.userData, 'settings.json'), 'utf8'));

describe('in one run', () => {
  let captions: Page;
  let pill: Page;

  beforeAll(async () => {
    await open({ files: { 'settings.json': JSON.stringify({ keepConnectedSeconds: 0 }) } });
    captions = await app.page('CaptionKey captions');
    pill = await app.page('CaptionKey dictation');
  });
  afterEach(async () => {
    await desk.releaseKeys();
    await request('listening:do', 'stop');
    await request('listening:do', 'cancel');
    await request('hotkeys:change', 'captions', 'Control+Alt+C');
    await request('hotkeys:change', 'dictate', 'Control+Alt+Space');
    await request('hotkeys:mode', 'auto');
    await app.hears('Control+Alt+C');
    await app.hears();
    const { commands, sessions } = desk.service;
    await vi.waitFor(
      () =>
        expect(commands.filter((command) => command === 'Terminate')).toHaveLength(sessions.length),
      patient,
    );
  });
  afterAll(() => desk.stopApps());

  const request = (...asked: unknown[]): Promise<unknown> =>
    panel.evaluate(`window.captionkey.request(...${JSON.stringify(asked)})`);

  test('pressing a shortcut records it, also the current one, and it works from then on', async () => {
    const record = item('Start and stop captions').getByRole('button');

    await record.click();
    await hotkeys().getByText('Press the keys', { exact: true }).waitFor();
    await pressKeys(desk.display, 'ctrl+alt+c');
    await vi.waitFor(async () => expect(await record.innerText()).toBe('Change'), patient);

    await record.click();
    await hotkeys().getByText('Press the keys', { exact: true }).waitFor();
    await pressKeys(desk.display, 'ctrl+shift+F7');
    await item('Start and stop captions').getByText('F7').waitFor();
    expect(await chosen()).toMatchObject({ captionsHotkey: 'Control+Shift+F7' });
    expect(await captions.getByText('Listening').count()).toBe(0);

    await pressKeys(desk.display, 'ctrl+shift+F7');
    await captions.getByText('Listening').waitFor();
    // The earlier one is free for other programs.
    await (await grabKeys(desk.display, 'ctrl+alt+c')).stop();
  });

  test('a key that stays down is one press, although X11 repeats it', async () => {
    const before = desk.service.sessions.length;
    const commands = desk.service.commands.length;
    const held = await desk.holdKeys('ctrl+alt+c');
    await captions.getByText('Listening').waitFor();
    // The first repeat comes after 660 ms, the others 40 ms apart.
    await sleep(1_500);
    await held.release();
    await sleep(500);
    expect(await captions.getByText('Listening').count()).toBe(1);
    expect(desk.service.sessions.length - before).toBe(1);
    expect(desk.service.commands.slice(commands)).toEqual([]);
  });

  test('a lone modifier can be recorded, and starts a dictation', async () => {
    await item('Dictate').getByRole('button').click();
    await hotkeys().getByText('Press the keys', { exact: true }).waitFor();
    await pressKeys(desk.display, 'Control_R');
    await item('Dictate').getByText('Right Ctrl').waitFor();
    const held = await desk.holdKeys('Control_R');
    await pill.getByText('Listening').waitFor();
    await held.release();
  });

  test('the app watches the keyboard only if a key to hold is set', async () => {
    await vi.waitFor(async () => expect(await keyWatches()).toBe(1), patient);
    await hotkeys()
      .getByRole('radio', { name: /^Toggle/ })
      .click();
    await vi.waitFor(async () => expect(await keyWatches()).toBe(0), patient);
    await vi.waitFor(
      async () => expect(await chosen()).toMatchObject({ dictationMode: 'toggle' }),
      patient,
    );

    await pressKeys(desk.display, 'ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
  });

  test('a killed key watch is started again, and later presses are heard', async () => {
    await vi.waitFor(async () => expect(await keyWatches()).toBe(1), patient);
    const started = await loggedKeyWatches('started');
    // Those of the tests before have ended, and the app knows.
    await vi.waitFor(
      async () => expect(await loggedKeyWatches('ended')).toBe(started - 1),
      patient,
    );
    const [first] = (await descendantsOf(mainPidOf(app))).filter(({ command }) =>
      command.includes('key-watch'),
    );
    if (first === undefined) throw new Error('No key watch runs.');
    process.kill(first.pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await loggedKeyWatches('ended')).toBe(started), patient);
    await pressKeys(desk.display, 'ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    await vi.waitFor(async () => expect(await keyWatches()).toBe(1), patient);
  });

  test('no pressed key is in the log', async () => {
    await vi.waitFor(async () => expect(await keyWatches()).toBe(1), patient);
    await pressKeys(desk.display, 'ctrl+shift+q');
    await pressKeys(desk.display, 'ctrl+alt+space');
    await pill.getByText('Listening').waitFor();
    expect(await log()).toContain('process-started process=key-watch');
    expect(await log()).not.toMatch(/Space|Control|ctrl|alt\b|accelerator/i);
    const printed = await readFile(join(app.userData, 'logs/key-watch.log'), 'utf8').catch(
      () => '',
    );
    expect(printed).toBe('');
  });

  test('a button of the mouse is recorded, and the right one is refused with a sentence', async () => {
    const dictate = item('Dictate');
    const invited = hotkeys().getByText('Press the keys', { exact: true });
    const { x, y, width, height } = await waitForWindow(desk.display, 'CaptionKey');
    await movePointer(desk.display, { x: x + width / 2, y: y + height - 20 });

    await dictate.getByRole('button').click();
    await invited.waitFor();
    await pressButton(desk.display, 'right');
    await dictate.getByText(/Every program needs the left and the right mouse button/).waitFor();

    await dictate.getByRole('button', { name: 'Change' }).click();
    await invited.waitFor();
    await pressButton(desk.display, 'back');
    await dictate.getByText('Back button', { exact: true }).waitFor();
    expect(await chosen()).toMatchObject({ dictationHotkey: 'MouseBack' });
    await panel.screenshot({ path: picture });

    // A hold of any length, which would else be a tap on a quick machine.
    await request('hotkeys:mode', 'hold');
    const held = await holdButton(desk.display, 'back');
    await pill.getByText('Listening').waitFor();
    await held.release();
    await pill.getByText('Listening').waitFor({ state: 'detached' });
  });

  test('F13 to F24 of macro pads can be recorded, work alone, and can be held', async () => {
    const record = async (name: string, keys: string): Promise<void> => {
      await item(name).getByRole('button').click();
      await hotkeys().getByText('Press the keys', { exact: true }).waitFor();
      await pressKeys(desk.display, keys);
      const shown = item(name).getByText(keys.split('+').at(-1) ?? '', { exact: true });
      const refusal = hotkeys().getByRole('alert');
      await shown.or(refusal).first().waitFor();
      expect(await refusal.allInnerTexts()).toEqual([]);
    };
    await record('Start and stop captions', 'F14');
    await pressKeys(desk.display, 'F14');
    await captions.getByText('Listening').waitFor();
    await pressKeys(desk.display, 'F14');
    await captions.getByText('Captions are off').waitFor();

    await record('Dictate', 'F24');
    const held = await desk.holdKeys('F24');
    await pill.getByText('Listening').waitFor();
    await sleep(500);
    await pill.getByText('Listening').waitFor();
    await held.release();
    await pill.getByText('Listening').waitFor({ state: 'detached' });

    await record('Start and stop captions', 'ctrl+shift+F13');
    expect(await chosen()).toMatchObject({
      captionsHotkey: 'Control+Shift+F13',
      dictationHotkey: 'F24',
    });
  });
});

test('on Wayland the panel names the command of each action, and offers no hold', async () => {
  onTestFinished(() => desk.stopApps());
  await open({ env: { XDG_SESSION_TYPE: 'wayland' }, args: ['--ozone-platform=x11'] });
  await item('Dictate')
    .getByText(/Bind this command.*--toggle$/)
    .waitFor();
  await item('Insert')
    .getByText(/--insert-last$/)
    .waitFor();
  expect(await hotkeys().getByRole('radio', { name: /^Hold/ }).isDisabled()).toBe(true);
  expect(
    await hotkeys()
      .getByRole('radio', { name: /^Toggle/ })
      .isChecked(),
  ).toBe(true);
  expect(await keyWatches()).toBe(0);
});
