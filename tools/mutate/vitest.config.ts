import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The simulation notices nearly every break, but takes longest: what notices it sooner goes first. */
class SimulationLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSimulation = ({ moduleId }: TestSpecification): number =>
      Number(moduleId.includes('/simulation/'));
    return Promise.resolve(files.toSorted((a, b) => isSimulation(a) - isSimulation(b)));
  }
}

/** The core's own tests: what a break in the core must be noticed by. */
export default defineConfig({
  test: {
    include: ['electron/core/**/*.test.ts'],
    // The simulation runs once for each break: enough of it to notice most, and within a second.
    env: { CAPTIONKEY_REPLAY_CASES: '20', CAPTIONKEY_REPLAY_CUT_STEP: '7' },
    sequence: { sequencer: SimulationLast },
  },
});
