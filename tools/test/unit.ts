import { conclude, runTests } from './run.ts';

/* Runs the lane `unit`. Arguments choose among its files by path. */
const tested = await runTests('--project', 'unit', ...process.argv.slice(2));
process.exit(conclude(tested));
