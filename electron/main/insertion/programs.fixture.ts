import { afterEach } from 'vitest';

interface Program {
  stop: () => unknown;
}

/**
 * Stops the programs of each test in a file after the test.
 *
 * @returns a function that takes a program which is to end with its test, and returns it
 */
export function programsOfTest(): <T extends Program>(program: T) => T {
  const running: Program[] = [];
  afterEach(async () => {
    for (const program of running.splice(0)) await program.stop();
  });
  return (program) => {
    running.push(program);
    return program;
  };
}
