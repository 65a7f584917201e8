import { expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { actions, hotkeyActions, verbs, type Action, type ActionId } from '#shared/actions.ts';
import { languages } from '#shared/messages/languages.ts';
import { settings, settingsSchema } from '#shared/settings.ts';
import type { System } from '#shared/system.ts';
import { Commands } from '../../electron/main/cli/commands.ts';
import { idleTray } from '../../electron/main/windows/tray/content.fixture.ts';
import { trayContent } from '../../electron/main/windows/tray/content.ts';

/* An action is an entry of shared/actions.ts, a name and a handler. These say what of it is missing. */
const ids = Object.keys(actions) as ActionId[];

test.each(Object.entries(languages))('every action has its own name in %s', (_code, texts) => {
  const names = ids.map((id) => texts.actions[id].name);
  expect(names.every((name) => name.trim() !== '')).toBe(true);
  expect(new Set(names).size).toBe(ids.length);
});

test.each(ids)('%s can be asked for', (id) => {
  const { verb, hotkey, isInTray }: Action = actions[id];
  expect([verb !== null, hotkey !== null, isInTray]).toContain(true);
});

/** Counts what a command reaches. */
function reach(act: (commands: Commands) => void): number {
  const reached = vi.fn(() => true);
  const dictation = {
    key: reached,
    command: reached,
    insertLast: () => Promise.resolve(void reached()),
  };
  act(
    new Commands({
      dictationController: dictation,
      captionSources: { command: reached },
      clickThrough: { toggle: reached },
    }),
  );
  return reached.mock.calls.length;
}

test.each(verbs)('--%s reaches a part that does it', (verb) => {
  if (verb !== 'quit') expect(reach((commands) => commands.verb(verb))).toBe(1);
});

test.each(hotkeyActions)('a press of the hotkey of %s reaches a part that does it', (action) => {
  expect(
    reach((commands) => commands.key({ type: 'press', action, atMs: 0, hasRelease: true })),
  ).toBe(1);
});

test('every action of the tray is in its menu', () => {
  const { items } = trayContent(idleTray);
  const offered = items.flatMap((item) => (item.type === 'action' ? [item.action] : []));
  expect(offered.toSorted()).toEqual(ids.filter((id) => actions[id].isInTray).toSorted());
});

test.each<System>(['linux', 'macos', 'windows'])('on %s, no two hotkeys are alike', (system) => {
  const all = v.parse(settingsSchema(system), {});
  const names = hotkeyActions.map((id) => actions[id].hotkey.setting);
  expect(new Set(names.map((name) => all[name])).size).toBe(hotkeyActions.length);
  expect(names.map((name) => settings[name].page)).toEqual(names.map(() => 'hotkeys'));
});
