// `npm run package`: sets up a fresh clone, then builds the installers of this system.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/package/index.ts', process.argv.slice(2));
