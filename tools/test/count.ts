import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';

/** The number of tests by result. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reportSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      /** The error of a file that could not be loaded, otherwise empty. */
      message: v.string(),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.optional(v.array(v.string()), []),
        }),
      ),
    }),
  ),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

type Report = v.InferOutput<typeof reportSchema>;

const read = (report: string): Report | null =>
  existsSync(report) ? v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8'))) : null;

/** Counts the tests of a run. A run without a report counts as one failed test. */
export function countTests(report: string): Count {
  const contents = read(report);
  if (contents === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = contents;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

const tag = '@real-electron';
const reason = '(needs Electron itself: npm run test:electron)';

/** The names of the tests that were not run. A name contains the reason. */
export function testsNotRun(report: string): string[] {
  return (read(report)?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName.replace(tag, reason));
}

/** The names among them that contain no reason. */
export const withoutReason = (notRun: string[]): string[] =>
  notRun.filter((name) => !name.includes(reason) && !/\(not run: [^)]+\)/.test(name));

const messageLines = 12;
const foreignFrame = /^\s+at .*(node_modules|node:|<anonymous>)/;

/** The beginning of an error, without the frames of other packages. */
const beginning = (error: string): string[] =>
  error
    .split('\n')
    .filter((line) => !foreignFrame.test(line))
    .slice(0, messageLines);

/** The tests that failed, each with its file below `folder` and the beginning of its error. */
export function failedTests(report: string, folder: string): string[] {
  return (read(report)?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const describe = (title: string, error: string): string =>
      [`${relative(folder, name)}${title}`, ...beginning(error)].join('\n');
    const tests = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        describe(`: ${fullName}`, failureMessages.join('\n')),
      );
    return tests.length > 0 || message === '' ? tests : [describe('', message)];
  });
}
