import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patienceMs } from '../patience.ts';

/**
 * Begins with the tests of the mutated file, then those of its folder, because the first test that fails ends
 * the run. The simulation comes last: it fails on nearly every mutation, but takes longest.
 */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = [this.ctx.config.related ?? []].flat();
    const distance = ({ moduleId }: TestSpecification): number => {
      if (moduleId.includes('/simulation/')) return 3;
      if (moduleId === mutated.replace(/\.ts$/, '.test.ts')) return 0;
      return dirname(moduleId) === dirname(mutated) ? 1 : 2;
    };
    return Promise.resolve(files.toSorted((one, other) => distance(one) - distance(other)));
  }
}

/** The core's own tests, which must fail on a mutation. */
export default defineConfig({
  test: {
    include: ['electron/core/**/*.test.ts'],
    // A whole day takes three seconds for each mutation.
    exclude: ['electron/core/simulation/day.test.ts'],
    // Stryker starts a worker for each mutation, which loads each module once.
    isolate: false,
    // The simulation runs once per mutation, so it has few cases and takes less than a second.
    env: { CAPTIONKEY_REPLAY_CASES: '20', CAPTIONKEY_REPLAY_CUT_STEP: '23' },
    // Stryker ends a break that hangs; a machine that is busy takes long for the first run.
    testTimeout: patienceMs,
    sequence: { sequencer: NearestFirst },
  },
});
