// `npm run test:slow`: sets up a fresh clone, then runs what takes too long for `npm test`.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/test/slow.ts');
