import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

/** How many tests went which way. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reportSchema = v.object({
  testResults: v.array(
    v.object({ assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })) }),
  ),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

/** Counts the tests of a run; a run that left no report has failed. */
export function countTests(report: string): Count {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = v.parse(
    reportSchema,
    JSON.parse(readFileSync(report, 'utf8')),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

const tag = '@real-electron';
const reason = '(needs Electron itself: npm run test:electron)';

/** The names of the tests of a run that were not run; a name says why. */
export function testsNotRun(report: string): string[] {
  if (!existsSync(report)) return [];
  const { testResults } = v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8')));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName.replace(tag, reason));
}

/** Those of the tests that were not run whose name does not say why. */
export const withoutReason = (notRun: string[]): string[] =>
  notRun.filter((name) => !name.includes(reason) && !/\(not run: [^)]+\)/.test(name));
