import { expect, test } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { ClickThrough } from './click-through.ts';

function open(captionsClickThrough: boolean, write?: () => never) {
  const store: Record<string, unknown> = { captionsClickThrough };
  const set = write ?? ((name: string, value: unknown) => (store[name] = value));
  const file = { store, path: '/settings.json', set, keepCopy: () => undefined };
  const settings = new SettingsStore(file, 'linux');
  const ignored: boolean[] = [];
  const reported: (Problem | null)[] = [];
  const clickThrough = new ClickThrough({
    settings,
    window: { ignoreMouse: (isIgnored) => void ignored.push(isIgnored) },
    problems: { set: (_source, problem) => void reported.push(problem) },
  });
  return { clickThrough, settings, ignored, reported };
}

test('the captions take the mouse until the person chooses otherwise', () => {
  const { clickThrough, settings, ignored } = open(false);
  expect(ignored).toEqual([]);
  clickThrough.toggle();
  expect(ignored).toEqual([true]);
  expect(settings.all.captionsClickThrough).toBe(true);
  clickThrough.toggle();
  expect(ignored).toEqual([true, false]);
});

test('the choice is kept, and the panel changes it, too', () => {
  const { clickThrough, settings, ignored } = open(true);
  expect(ignored).toEqual([true]);
  settings.choose('captionsClickThrough', false);
  expect(clickThrough.isOn).toBe(false);
  expect(ignored).toEqual([true, false]);
});

test('the person gets the captions back even if the setting cannot be written', () => {
  const { clickThrough, ignored, reported } = open(true, () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  clickThrough.toggle();
  expect(ignored).toEqual([true, false]);
  expect(reported).toHaveLength(1);
});
