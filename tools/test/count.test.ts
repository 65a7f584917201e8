import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTests, testsNotRun, withoutReason } from './count.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A report as vitest writes it, of tests by their title. */
const reportOf = (tests: Record<string, 'passed' | 'failed' | 'skipped'>): string => {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
  }));
  const number = (wanted: string): number =>
    assertionResults.filter(({ status }) => status === wanted).length;
  const file = join(folder, 'report.json');
  const report = {
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    numPendingTests: number('skipped'),
    numTodoTests: 0,
    testResults: [{ assertionResults }],
  };
  writeFileSync(file, JSON.stringify(report));
  return file;
};

test('tests are counted by how they went', () => {
  const report = reportOf({ a: 'passed', b: 'failed', c: 'skipped', d: 'passed' });
  expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('what was not run is named, with the reason', () => {
  const report = reportOf({
    'the tray @real-electron': 'skipped',
    'the sandbox @real-electron': 'passed',
    'a full disk (not run: mounting a disk takes CAP_SYS_ADMIN)': 'skipped',
  });
  expect(testsNotRun(report)).toEqual([
    'the tray (needs Electron itself: npm run test:electron)',
    'a full disk (not run: mounting a disk takes CAP_SYS_ADMIN)',
  ]);
});

test('a test that was skipped without a reason in its name is found', () => {
  const report = reportOf({
    'the tray @real-electron': 'skipped',
    'a full disk (not run: mounting a disk takes CAP_SYS_ADMIN)': 'skipped',
    'a disk that is full (of text)': 'skipped',
    'a quiet disk': 'passed',
  });
  expect(withoutReason(testsNotRun(report))).toEqual(['a disk that is full (of text)']);
});

test('a run that left no report has failed', () => {
  const report = join(folder, 'none.json');
  expect(countTests(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(testsNotRun(report)).toEqual([]);
});
