import { expect, test, vi } from 'vitest';
import { hotkeyActions } from '#shared/actions.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import { holdKeys, pressKeys } from '../../../tools/desktop-harness/keyboard.ts';
import { patient } from '../../../test/support/patient.ts';
import { hotkeysOfTest, press, release } from './hotkeys.fixture.ts';

/* What the hotkeys report, with a real key watch and real keys. */
const desk = hotkeysOfTest();

test('only the key watch reports a hold, although the key is grabbed too', async () => {
  expect((await desk.open().apply()).map(({ problem }) => problem)).toEqual(
    hotkeyActions.map(() => null),
  );
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: true, holdProblem: null });
  const held = await holdKeys(desk.screen.display, 'ctrl+alt+space');
  desk.shortcuts.press('Control+Alt+Space');
  await vi.waitFor(() => expect(desk.reported).toEqual([press]), patient);
  await held.release();
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test('a press that the key watch takes for another chord is a hold if the grab has seen it', async () => {
  await desk.open().apply();
  const held = await holdKeys(desk.screen.display, 'alt+space');
  desk.shortcuts.press('Control+Alt+Space');
  await vi.waitFor(() => expect(desk.reported).toEqual([press]), patient);
  await held.release();
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test('the grab reports the other hotkeys, without a release', async () => {
  await desk.open().apply();
  desk.shortcuts.press('Control+Alt+C');
  expect(desk.reported).toEqual([{ type: 'press', action: 'captions', hasRelease: false }]);
});

test('a shortcut that two actions have is that of the first one', async () => {
  // Chosen before click-through had these keys.
  desk.chosen = { dictationHotkey: 'Control+Alt+M' };
  await desk.open().apply();
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: true, problem: null });
  expect(desk.hotkeyOf('click-through')?.problem).toEqual({
    code: 'shortcut-in-use',
    params: { action: 'dictate' },
  });
  await pressKeys(desk.screen.display, 'ctrl+alt+m');
  desk.shortcuts.press('Control+Alt+M');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test('a hold survives the death of the key watch without a second press, and its release is heard', async () => {
  await desk.open().apply();
  const held = await holdKeys(desk.screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(desk.reported).toEqual([press]), patient);
  desk.watches[0]?.kill();
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
  // The server repeats the key that is grabbed.
  desk.shortcuts.press('Control+Alt+Space');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release, press]), patient);
  await held.release();
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release, press, release]), patient);
});

test('the dictation key is not heard before the key watch runs, because its repeat would end the dictation', async () => {
  const applied = desk.open().apply();
  desk.shortcuts.press('Control+Alt+Space');
  expect(desk.reported).toEqual([]);
  await applied;
});

test('without releases a press starts and stops, and the reason is shown', async () => {
  await desk.open({ display: ':9999' }).apply();
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: false, problem: null });
  expect(desk.hotkeyOf('dictate')?.holdProblem?.code).toBe('no-release-display');
  desk.shortcuts.press('Control+Alt+Space');
  expect(desk.reported).toEqual([{ ...press, hasRelease: false }]);
});

test('a lone modifier does not work without releases, and the reason is shown', async () => {
  desk.chosen = { dictationHotkey: 'RightControl' };
  await desk.open({ display: ':9999' }).apply();
  expect(desk.hotkeyOf('dictate')?.problem?.code).toBe('no-release-display');
});

test('on Wayland each action has its command, and Escape is not taken', async () => {
  const heard = await desk.open({ isWayland: true }).apply();
  expect(heard.map(({ problem }) => problem && sentenceOf(problem))).toEqual([
    expect.stringMatching(/Bind this command.*captionkey --dictate$/),
    expect.stringMatching(/captionkey --captions$/),
    expect.stringMatching(/captionkey --force-endpoint$/),
    expect.stringMatching(/captionkey --insert-last$/),
    expect.stringMatching(/captionkey --click-through$/),
  ]);
  expect(desk.hotkeyOf('dictate')).toMatchObject({ canHold: false });
  desk.hotkeys.watchEscape(true);
  expect([...desk.shortcuts.own]).toEqual([]);
});

test('on Wayland no shortcut is recorded, because none would be heard', async () => {
  await desk.open({ isWayland: true }).apply();
  expect(await desk.hotkeys.suspend(true)).toMatchObject({ ok: false });
  expect(await desk.hotkeys.change('captions', 'F7')).toMatchObject({ ok: false });
  expect(desk.chosen).toEqual({});
});

test('no hotkey works while they are suspended, and all work afterwards', async () => {
  await desk.open().apply();
  await desk.hotkeys.suspend(true);
  expect([...desk.shortcuts.own]).toEqual([]);
  await pressKeys(desk.screen.display, 'ctrl+alt+space');
  await desk.hotkeys.suspend(false);
  expect(desk.reported).toEqual([]);
  expect(desk.shortcuts.own.size).toBe(hotkeyActions.length);
  await pressKeys(desk.screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(desk.reported).toEqual([press, release]), patient);
});

test('Escape ends the recording of a shortcut and not the running dictation', async () => {
  const escaped = vi.fn();
  await desk.open().on('escape', escaped).apply();
  desk.hotkeys.watchEscape(true);
  await desk.hotkeys.suspend(true);
  desk.shortcuts.press('Escape');
  expect(escaped).not.toHaveBeenCalled();
  await desk.hotkeys.suspend(false);
  desk.shortcuts.press('Escape');
  expect(escaped).toHaveBeenCalledOnce();
});

test('Escape is taken only while it is watched, also with the held keys', async () => {
  const escaped = vi.fn();
  await desk.open().on('escape', escaped).apply();
  desk.hotkeys.watchEscape(true);
  desk.shortcuts.press('Escape');
  desk.shortcuts.press('Control+Alt+Escape');
  expect(escaped).toHaveBeenCalledTimes(2);
  desk.hotkeys.watchEscape(false);
  desk.shortcuts.press('Escape');
  desk.shortcuts.press('Control+Alt+Escape');
  expect(escaped).toHaveBeenCalledTimes(2);
});
