import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { holdKeys, pressKeys } from '../../../tools/desktop-harness/keyboard.ts';
import {
  buttons,
  holdButton,
  openClickTarget,
  pressButton,
  type ClickTarget,
} from '../../../tools/desktop-harness/pointer.ts';
import { patient } from '../../../test/support/patient.ts';
import { hotkeysOfTest, press, release } from './hotkeys.fixture.ts';
import { X11Grabs } from './x11/x11-grabs.ts';

/* Buttons of a real mouse, and keys for music, as the dictation key. The window at the pointer is another program's. */
const desk = hotkeysOfTest();
let below: ClickTarget;

beforeEach(async () => {
  vi.stubEnv('DISPLAY', desk.screen.display);
  below = await openClickTarget(desk.screen.display);
});
afterEach(() => {
  below.stop();
  vi.unstubAllEnvs();
});

const reports = (expected: object[]): Promise<void> =>
  vi.waitFor(() => expect(desk.reported).toEqual(expected), patient);

test('a button is held, and the window below gets no click', async () => {
  await desk.open().apply();
  expect(await desk.hotkeys.change('dictate', 'MouseBack')).toMatchObject({ ok: true });
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: true, problem: null });
  const held = await holdButton(desk.screen.display, 'back');
  await reports([press]);
  await held.release();
  await reports([press, release]);
  await pressButton(desk.screen.display, 'forward');
  await vi.waitFor(() => expect(below.pressed).toEqual([buttons.forward]), patient);
});

test('a button with modifiers is heard with exactly these, whichever goes up first', async () => {
  desk.chosen = { dictationHotkey: 'Control+MouseMiddle' };
  await desk.open().apply();
  await pressButton(desk.screen.display, 'middle');
  await vi.waitFor(() => expect(below.pressed).toEqual([buttons.middle]), patient);
  const keys = await holdKeys(desk.screen.display, 'Control_L');
  const held = await holdButton(desk.screen.display, 'middle');
  await reports([press]);
  await keys.release();
  await held.release();
  await reports([press, release]);
  expect(below.pressed).toEqual([buttons.middle]);
});

test('in the mode toggle each press counts, and a held button of the earlier mode is released', async () => {
  desk.chosen = { dictationHotkey: 'MouseForward' };
  await desk.open().apply();
  const held = await holdButton(desk.screen.display, 'forward');
  await reports([press]);
  expect(await desk.hotkeys.changeMode('toggle')).toMatchObject({ ok: true });
  await reports([press, release]);
  await held.release();
  await pressButton(desk.screen.display, 'forward');
  await reports([press, release, { ...press, hasRelease: false }]);
});

test('a button works without the RECORD extension and the key watch', async () => {
  desk.chosen = { dictationHotkey: 'MouseBack' };
  await desk.open({ display: ':9999' }).apply();
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: true, holdProblem: null });
  await pressButton(desk.screen.display, 'back');
  await reports([press, release]);
});

test('a button that another program has is refused, and the earlier shortcut stays', async () => {
  const other = new X11Grabs(true);
  await other.grab('MouseBack', { press: () => undefined, release: () => undefined });
  await desk.open().apply();
  const refused = await desk.hotkeys.change('dictate', 'MouseBack');
  other.dispose();
  expect(refused.ok ? '' : sentenceOf(refused.problem)).toMatch(/Another app has taken/);
  await pressKeys(desk.screen.display, 'ctrl+alt+space');
  await reports([press, release]);
});

test('the left button is not taken, whatever the file says', async () => {
  desk.chosen = { dictationHotkey: 'MouseLeft' };
  await desk.open().apply();
  expect(desk.hotkeyOf('dictate')?.problem?.code).toBe('button-is-needed');
  await pressButton(desk.screen.display, 'left');
  await vi.waitFor(() => expect(below.pressed).toEqual([buttons.left]), patient);
  expect(desk.reported).toEqual([]);
});

test.each(['windows', 'macos'] as const)(
  'on %s a button is refused, because the program in front would get it, too',
  async (system) => {
    await desk.open({ system }).apply();
    const before = desk.hotkeyOf('dictate')?.accelerator;
    const refused = await desk.hotkeys.change('dictate', 'MouseBack');
    expect(refused.ok ? '' : sentenceOf(refused.problem)).toMatch(
      /^Mouse buttons cannot be hotkeys/,
    );
    expect(desk.hotkeyOf('dictate')).toMatchObject({ accelerator: before, problem: null });
  },
);

test('a key for music is held once, although X11 repeats it', async () => {
  desk.chosen = { dictationHotkey: 'MediaPlayPause' };
  await desk.open().apply();
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: true, problem: null });
  const held = await holdKeys(desk.screen.display, 'XF86AudioPlay');
  await reports([press]);
  // The first repeat comes after 660 ms, the others 40 ms apart.
  await sleep(1_000);
  await held.release();
  await reports([press, release]);
});

test('a key for music that is no dictation key reports each press once', async () => {
  desk.chosen = { captionsHotkey: 'Control+MediaNextTrack' };
  await desk.open().apply();
  await pressKeys(desk.screen.display, 'ctrl+XF86AudioNext');
  await reports([{ type: 'press', action: 'captions', hasRelease: false }]);
});
