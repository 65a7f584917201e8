import { expect, test } from 'vitest';
import type { Check } from '#shared/doctor.ts';
import { problem } from '#shared/problem.ts';
import { exitStatusOf, lineOf, reportOf } from './report.ts';

const works: Check = { id: 'focus', state: 'works', ms: 3.4, name: 'xterm', problem: null };
const untried: Check = {
  ...works,
  state: 'not-tried',
  ms: null,
  name: '',
  problem: problem('no-receipt', {}),
};
const fails: Check = {
  ...works,
  id: 'key',
  state: 'fails',
  ms: null,
  name: '',
  problem: problem('no-key', {}),
};

test('what the system does not let it try is no failure', () => {
  expect(exitStatusOf([])).toBe(0);
  expect(exitStatusOf([works, untried])).toBe(0);
  expect(exitStatusOf([works, fails, untried])).toBe(1);
});

test('a line says what was checked, how it ended, how long it took and what to do', () => {
  expect(lineOf(works)).toBe('works      Window in front (xterm, 3 ms)');
  expect(lineOf(untried)).toMatch(/^not tried {2}Window in front: This desktop /);
  expect(lineOf(fails)).toMatch(/^FAILS {6}API key: No API key yet/);
});

test('the report has the versions and a line for each check', () => {
  expect(reportOf({ captionkey: '0.2.0', platform: 'linux' }, [works, fails])).toBe(
    `captionkey 0.2.0, platform linux\n${lineOf(works)}\n${lineOf(fails)}\n`,
  );
});
