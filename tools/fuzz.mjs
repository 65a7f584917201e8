// `npm run fuzz`: sets up a fresh clone, then sends the app random input as the service and as a window.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages(Object.values(systemPackages).flat());
handOver('test/fuzz/index.ts', process.argv.slice(2));
