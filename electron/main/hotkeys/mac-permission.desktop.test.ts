import { beforeEach, expect, test } from 'vitest';
import type { KeyWatchReport } from '../../key-watch/protocol.ts';
import type { Child } from '../processes/child.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { Hotkeys } from './hotkeys.ts';

/* macOS, whose permission the key watch needs. The key watch is replaced by its first report. */
let isPermitted: boolean;
let asked: number;
let started: number;
let hotkeys: Hotkeys;

const fork = (): Child => {
  started += 1;
  const report: KeyWatchReport = isPermitted
    ? { type: 'started' }
    : { type: 'failed', code: 'not-permitted' };
  return {
    post: () => undefined,
    onMessage: (callback) => queueMicrotask(() => callback(report)),
    onExit: () => undefined,
    kill: () => undefined,
  };
};

beforeEach(async () => {
  isPermitted = false;
  asked = 0;
  started = 0;
  const file = {
    store: {} as Record<string, unknown>,
    path: '/settings.json',
    set: (name: string, value: unknown) => (file.store = { ...file.store, [name]: value }),
    keepCopy: () => undefined,
  };
  hotkeys = new Hotkeys(
    {
      fork,
      shortcuts: { grab: () => null, release: () => undefined },
      system: 'macos',
      isWayland: false,
      swaySocket: undefined,
      busAddress: null,
      verbCommand: (action) => action,
      askForAccessibility: () => (asked += 1),
    },
    new SettingsStore(file, 'macos'),
  );
  await hotkeys.apply();
});

const dictate = () => hotkeys.list.find(({ action }) => action === 'dictate');

test('a start of the app does not ask for the permission', () => {
  expect(dictate()).toMatchObject({ holdProblem: { code: 'no-release-accessibility' } });
  expect(asked).toBe(0);
});

test('a choice that needs the permission asks for it', async () => {
  expect(await hotkeys.change('dictate', 'RightControl')).toMatchObject({ ok: false });
  expect(asked).toBe(1);
});

test('once the person has allowed it, the next try hears the release', async () => {
  isPermitted = true;
  const lists: unknown[] = [];
  hotkeys.on('changed', (list) => lists.push(list));
  await hotkeys.tryAgain();
  expect(dictate()).toMatchObject({ problem: null, holdProblem: null, canHold: true });
  expect(lists.at(-1)).toEqual(hotkeys.list);
});

test('a key watch that works is not started again', async () => {
  isPermitted = true;
  await hotkeys.tryAgain();
  const before = started;
  await hotkeys.tryAgain();
  expect(started).toBe(before);
});

test('while a shortcut is recorded, nothing is tried', async () => {
  await hotkeys.suspend(true);
  const before = started;
  await hotkeys.tryAgain();
  expect(started).toBe(before);
});
