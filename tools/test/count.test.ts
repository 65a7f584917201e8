import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTests, failedTests, testsNotRun, withoutReason } from './count.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a report in Vitest's format about tests with these titles. */
const reportOf = (tests: Record<string, 'passed' | 'failed' | 'skipped'>): string => {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? [`AssertionError: ${fullName}`] : [],
  }));
  const number = (wanted: string): number =>
    assertionResults.filter(({ status }) => status === wanted).length;
  const file = join(folder, 'report.json');
  const report = {
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    numPendingTests: number('skipped'),
    numTodoTests: 0,
    testResults: [{ name: join(folder, 'some.test.ts'), message: '', assertionResults }],
  };
  writeFileSync(file, JSON.stringify(report));
  return file;
};

test('counts tests by their result', () => {
  const report = reportOf({ a: 'passed', b: 'failed', c: 'skipped', d: 'passed' });
  expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('names the tests that were not run, with the reason', () => {
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

test('finds a skipped test without a reason in its name', () => {
  const report = reportOf({
    'the tray @real-electron': 'skipped',
    'a full disk (not run: mounting a disk takes CAP_SYS_ADMIN)': 'skipped',
    'a disk that is full (of text)': 'skipped',
    'a quiet disk': 'passed',
  });
  expect(withoutReason(testsNotRun(report))).toEqual(['a disk that is full (of text)']);
});

test('names the tests that failed, with the file and the beginning of the error', () => {
  const report = reportOf({ a: 'passed', b: 'failed', c: 'skipped' });
  expect(failedTests(report, folder)).toEqual(['some.test.ts: b\nAssertionError: b']);
});

test('names a file that could not be loaded', () => {
  const report = join(folder, 'broken.json');
  const result = {
    name: join(folder, 'some.test.ts'),
    message: 'SyntaxError',
    assertionResults: [],
  };
  const numbers = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  writeFileSync(report, JSON.stringify({ ...numbers, testResults: [result] }));
  expect(failedTests(report, folder)).toEqual(['some.test.ts\nSyntaxError']);
});

test('counts a run without a report as failed', () => {
  const report = join(folder, 'none.json');
  expect(countTests(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(testsNotRun(report)).toEqual([]);
  expect(failedTests(report, folder)).toEqual([]);
});
