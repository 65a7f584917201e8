// `npm test`: sets up a fresh clone, then runs every check.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages(Object.values(systemPackages).flat());
handOver('tools/test/index.ts', process.argv.slice(2));
