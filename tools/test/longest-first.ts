import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take minutes, as paths below the root. If one of them began last, the other workers would
 * wait for it. Vitest learns the durations of earlier runs, which a fresh clone does not have.
 */
export const longest = [
  'test/e2e/kill.spec.ts',
  'test/e2e/mutations.spec.ts',
  'test/e2e/dictation.spec.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  longest.some((file) => moduleId.endsWith(`/${file}`));

/** Begins with the longest files. All of them are in the first group of projects. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
