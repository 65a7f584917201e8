// `npm run mutate`: sets up a fresh clone, then breaks the core on purpose and counts what its
// tests notice.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/mutate/index.ts', process.argv.slice(2));
