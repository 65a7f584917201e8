import { expect, test, vi } from 'vitest';
import type { HotkeyAction } from '#shared/actions.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import { pressKeys } from '../../../tools/desktop-harness/keyboard.ts';
import { patient } from '../../../test/support/patient.ts';
import { hotkeysOfTest, press, release } from './hotkeys.fixture.ts';

/* Other shortcuts and another mode, chosen while the app runs. */
const desk = hotkeysOfTest();

test('a changed shortcut is stored and works, and the earlier one is free', async () => {
  await desk.open().apply();
  expect(await desk.hotkeys.change('dictate', 'F9')).toMatchObject({ ok: true });
  expect(desk.chosen).toEqual({ dictationHotkey: 'F9' });
  expect(desk.shortcuts.own.has('Control+Alt+Space')).toBe(false);
  await pressKeys(desk.screen.display, 'ctrl+alt+space');
  await pressKeys(desk.screen.display, 'F9');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test.each<[string, HotkeyAction, string, RegExp]>([
  ['another program has', 'captions', 'F7', /Another app has taken F7/],
  ['another action has', 'captions', 'alt+ctrl+space', /These keys already dictate/],
  [
    'types a letter',
    'captions',
    'Shift+C',
    /couldn't type with that key any more.*together with Ctrl/,
  ],
  ['is none', 'captions', 'nonsense', /is not a shortcut/],
  ['is a modifier only', 'captions', 'RightAlt', /Only the dictation key/],
])('a shortcut that %s is refused, and the earlier one stays', async (_what, action, keys, why) => {
  desk.shortcuts.taken.add('F7');
  await desk.open().apply();
  const refused = await desk.hotkeys.change(action, keys);
  expect(refused.ok ? '' : sentenceOf(refused.problem)).toMatch(why);
  expect(desk.chosen).toEqual({});
  expect(desk.hotkeyOf(action)).toMatchObject({ accelerator: 'Control+Alt+C', problem: null });
  desk.shortcuts.press('Control+Alt+C');
  expect(desk.reported).toHaveLength(1);
});

test('a shortcut that cannot be saved is not taken', async () => {
  await desk.open().apply();
  desk.canSave = false;
  expect(await desk.hotkeys.change('captions', 'F7')).toMatchObject({
    ok: false,
    problem: { code: 'cannot-save' },
  });
  expect(desk.shortcuts.own.has('F7')).toBe(false);
  expect(desk.shortcuts.own.has('Control+Alt+C')).toBe(true);
});

test('in the mode toggle the key watch does not run, and the grab reports the press', async () => {
  await desk.open().apply();
  expect(await desk.hotkeys.changeMode('toggle')).toMatchObject({ ok: true });
  await pressKeys(desk.screen.display, 'ctrl+alt+space');
  desk.shortcuts.press('Control+Alt+Space');
  expect(desk.reported).toEqual([{ ...press, hasRelease: false }]);
});

test('a mode that needs releases is refused without them', async () => {
  desk.chosen = { dictationMode: 'toggle' };
  await desk.open({ display: ':9999' }).apply();
  expect(await desk.hotkeys.changeMode('hold')).toMatchObject({
    ok: false,
    problem: { code: 'no-release-display' },
  });
  expect(desk.chosen).toEqual({ dictationMode: 'toggle' });
  desk.shortcuts.press('Control+Alt+Space');
  expect(desk.reported).toHaveLength(1);
});

test('a lone modifier works in the mode hold only', async () => {
  await desk.open().apply();
  expect(await desk.hotkeys.change('dictate', 'RightControl')).toMatchObject({ ok: true });
  expect(await desk.hotkeys.changeMode('toggle')).toMatchObject({ ok: false });
  await pressKeys(desk.screen.display, 'Control_R');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test('changes at the same time are made one after the other', async () => {
  await desk.open().apply();
  await Promise.all([
    desk.hotkeys.change('dictate', 'F7'),
    desk.hotkeys.change('dictate', 'F8'),
    desk.hotkeys.suspend(false),
  ]);
  expect(desk.chosen).toEqual({ dictationHotkey: 'F8' });
  expect(desk.shortcuts.own.has('F7')).toBe(false);
  await pressKeys(desk.screen.display, 'F8');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});
