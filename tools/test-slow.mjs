// `npm run test:slow`: sets up a fresh clone, then runs the tests that take too long for `npm test`.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages(Object.values(systemPackages).flat());
handOver('tools/test/slow.ts', process.argv.slice(2));
