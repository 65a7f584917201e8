import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '#shared/status.ts';
import { ModelRedirects } from './model-redirects.ts';
import { SettingsStore } from './settings-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const stored: { knownRedirects?: unknown } = {};
const file = {
  store: stored,
  path: '/settings.json',
  set: (_name: string, value: unknown) => (stored.knownRedirects = value),
};

/** A launch of the app; the settings file outlives it. */
function launch() {
  let shown: Problem | null = null;
  const sentences: string[] = [];
  const redirects = new ModelRedirects(
    new SettingsStore(file, false),
    (problem) => {
      shown = problem;
      if (problem !== null) sentences.push(problem.sentence);
    },
    (problem) => problem === shown,
  );
  return { redirects, sentences, shown: () => shown, replace: (by: Problem) => (shown = by) };
}

test('another model than the one asked for is shown once, also after the next start', () => {
  const first = launch();
  first.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  first.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  expect(first.sentences).toEqual([
    'AssemblyAI runs Universal-3.5 Pro instead of Universal-3 Pro. To ask for it, choose it under Recognition.',
  ]);
  expect(first.shown()).not.toBeNull();
  vi.advanceTimersByTime(10_000);
  expect(first.shown()).toBeNull();

  const second = launch();
  second.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  expect(second.sentences).toEqual([]);
  second.redirects.redirected('u3-rt-pro', 'u4-rt');
  expect(second.sentences).toEqual([expect.stringContaining('AssemblyAI runs u4-rt instead of')]);
});

test('what is wrong by then stays', () => {
  const { redirects, shown, replace } = launch();
  redirects.redirected('whisper-rt', 'universal-3-6-pro');
  const worse = { code: 'no-key', sentence: 'There is no key.' };
  replace(worse);
  vi.advanceTimersByTime(10_000);
  expect(shown()).toBe(worse);
});
