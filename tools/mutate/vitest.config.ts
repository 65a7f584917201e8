import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patienceMs } from '../patience.ts';

/** Runs the simulation last: it fails on nearly every mutation, but takes longest. */
class SimulationLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSimulation = ({ moduleId }: TestSpecification): number =>
      Number(moduleId.includes('/simulation/'));
    return Promise.resolve(files.toSorted((a, b) => isSimulation(a) - isSimulation(b)));
  }
}

/** The core's own tests, which must fail on a mutation. */
export default defineConfig({
  test: {
    include: ['electron/core/**/*.test.ts'],
    // A whole day takes three seconds, and fails on nothing that the rest of the simulation does not.
    exclude: ['electron/core/simulation/day.test.ts'],
    // Stryker starts a worker for each mutation, which loads each module once.
    isolate: false,
    // The simulation runs once per mutation, so it has few cases and takes less than a second.
    env: { CAPTIONKEY_REPLAY_CASES: '20', CAPTIONKEY_REPLAY_CUT_STEP: '23' },
    // Stryker ends a break that hangs; a machine that is busy takes long for the first run.
    testTimeout: patienceMs,
    sequence: { sequencer: SimulationLast },
  },
});
