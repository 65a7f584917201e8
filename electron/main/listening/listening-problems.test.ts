import { expect, test } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { ListeningProblems } from './listening-problems.ts';

test('captions in which nobody speaks are shown until a word, a stop or the next start', () => {
  const shown: Record<string, Problem | null> = {};
  const problems = new ListeningProblems(
    (problem, source) => (shown[source] = problem),
    () => null,
  );
  problems.quiet({ type: 'quiet', outcome: 'stops-soon', minutes: 30 });
  expect(shown).toMatchObject({ quiet: { code: 'captions-stop-soon' } });
  problems.quiet({ type: 'quiet', outcome: 'goes-on', minutes: 30 });
  expect(shown).toEqual({ quiet: null });
  problems.quiet({ type: 'quiet', outcome: 'stopped', minutes: 30 });
  expect(shown).toMatchObject({ quiet: { code: 'captions-stopped', params: { minutes: 30 } } });
  problems.started();
  expect(shown).toMatchObject({ quiet: null });
});
