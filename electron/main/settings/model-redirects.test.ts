import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { ProblemStore } from '../problems/problem-store.ts';
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
  keepCopy: () => undefined,
};

/** A launch of the app; the settings file outlives it. */
function launch() {
  const sentences: string[] = [];
  const problems = new ProblemStore({
    shown: () => undefined,
    changed: () => undefined,
    reported: (reported) => sentences.push(sentenceOf(reported)),
  });
  const redirects = new ModelRedirects(new SettingsStore(file, 'linux'), problems);
  return { redirects, sentences, problems };
}

test('another model than the one asked for is shown once, also after the next start', () => {
  const first = launch();
  first.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  first.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  expect(first.sentences).toEqual([
    'AssemblyAI runs Universal-3.5 Pro instead of Universal-3 Pro. To keep it, choose it under Recognition.',
  ]);
  expect(first.problems.shown).not.toBeNull();
  vi.advanceTimersByTime(10_000);
  expect(first.problems.shown).toBeNull();

  const second = launch();
  second.redirects.redirected('u3-rt-pro', 'universal-3-5-pro');
  expect(second.sentences).toEqual([]);
  second.redirects.redirected('u3-rt-pro', 'u4-rt');
  expect(second.sentences).toEqual([expect.stringContaining('AssemblyAI runs u4-rt instead of')]);
});

test('what is wrong by then stays', () => {
  const { redirects, problems } = launch();
  redirects.redirected('whisper-rt', 'universal-3-6-pro');
  const worse = problem('no-key', {});
  problems.set('account', worse);
  vi.advanceTimersByTime(10_000);
  expect(problems.shown).toBe(worse);
});
