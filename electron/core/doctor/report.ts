import type { Check } from '#shared/doctor.ts';
import { reportStates as states } from '#shared/messages/en/doctor.ts';
import { en } from '#shared/messages/en/index.ts';
import { englishSentenceOf } from '#shared/messages/index.ts';

/** The exit status of `--doctor`: 1 if anything fails. */
export const exitStatusOf = (checks: Check[]): 0 | 1 =>
  checks.some(({ state }) => state === 'fails') ? 1 : 0;

/* English, whatever the app speaks: who reads a report may not know the language of who sent it. */
const { titles } = en.doctor;
const stateWidth = Math.max(...Object.values(states).map(({ length }) => length));

/** One check as a line of text. */
export function lineOf({ id, state, ms, name, problem }: Check): string {
  const details = [name, ms === null ? '' : `${Math.round(ms)} ms`].filter((part) => part !== '');
  const about = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const advice = problem === null ? '' : `: ${englishSentenceOf(problem)}`;
  return `${states[state].padEnd(stateWidth)}  ${titles[id]}${about}${advice}`;
}

/**
 * The report for a bug report.
 *
 * @param versions what the app runs on, by name
 */
export const reportOf = (versions: Record<string, string>, checks: Check[]): string =>
  [
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    ...checks.map(lineOf),
    '',
  ].join('\n');
