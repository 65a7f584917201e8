// `npm run mutate`: sets up a fresh clone, then runs mutation tests of the core.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/mutate/index.ts', process.argv.slice(2));
