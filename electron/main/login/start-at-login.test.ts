import { expect, test } from 'vitest';
import { problem, type Problem } from '#shared/problem.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { startAtLogin } from './start-at-login.ts';

function open(
  stored: Record<string, unknown>,
  { canWrite = true, isThere = false, isRefused = false } = {},
) {
  const file = {
    store: stored,
    path: '/settings.json',
    set: (name: string, value: unknown) => (file.store = { ...file.store, [name]: value }),
    keepCopy: () => undefined,
  };
  const settings = new SettingsStore(file, 'linux');
  const sets: boolean[] = [];
  let shown: Problem | null = null;
  startAtLogin({
    settings,
    problems: { set: (_source, problem) => (shown = problem) },
    loginItem: {
      path: '/autostart/captionkey.desktop',
      refusal: isRefused ? problem('login-needs-package', {}) : null,
      isThere: () => isThere,
      set: (isOn) => {
        if (!canWrite) throw new Error('EACCES');
        sets.push(isOn);
      },
    },
  });
  return { settings, sets, problem: () => shown };
}

test('a change of the setting is taken to the system at once, and other changes are not', () => {
  const { settings, sets } = open({});
  settings.choose('sounds', true);
  settings.choose('startAtLogin', true);
  settings.choose('startAtLogin', false);
  expect(sets).toEqual([true, false]);
});

test('a start sets what is missing, changes nothing that is there, and removes nothing', () => {
  expect(open({ startAtLogin: true }).sets).toEqual([true]);
  expect(open({ startAtLogin: true }, { isThere: true }).sets).toEqual([]);
  expect(open({ startAtLogin: false }, { isThere: true }).sets).toEqual([]);
});

test('what the system refuses is a problem', () => {
  expect(open({ startAtLogin: true }, { canWrite: false }).problem()).toMatchObject({
    code: 'login-not-set',
  });
});

test('an app that cannot be started with the session says so until the setting is off', () => {
  const { settings, sets, problem } = open({ startAtLogin: true }, { isRefused: true });
  expect(problem()).toMatchObject({ code: 'login-needs-package' });
  settings.choose('startAtLogin', false);
  expect([problem(), sets]).toEqual([null, []]);
});
