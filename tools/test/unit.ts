import { conclude, runTests } from './run.ts';

/* Runs the first lane: names on the command line choose among its files. */
const { count, notRun } = await runTests('--project', 'unit', ...process.argv.slice(2));
process.exit(conclude([count], notRun));
