import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patienceMs } from '../patience.ts';

/**
 * Begins with the tests of the mutated file, then those of its folder: the first test that fails ends the run.
 */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = [this.ctx.config.related ?? []].flat();
    const distance = ({ moduleId }: TestSpecification): number => {
      if (moduleId === mutated.replace(/\.ts$/, '.test.ts')) return 0;
      return dirname(moduleId) === dirname(mutated) ? 1 : 2;
    };
    return Promise.resolve(files.toSorted((one, other) => distance(one) - distance(other)));
  }
}

/** The tests that stand beside the core's files. They must fail on a mutation. */
export default defineConfig({
  test: {
    include: ['electron/core/**/*.test.ts'],
    // It fails on nearly every mutation, but says of none what is wrong, and takes long.
    exclude: ['electron/core/simulation/**'],
    // Stryker starts a worker for each mutation, which loads each module once.
    isolate: false,
    // Stryker ends a break that hangs; a machine that is busy takes long for the first run.
    testTimeout: patienceMs,
    sequence: { sequencer: NearestFirst },
  },
});
