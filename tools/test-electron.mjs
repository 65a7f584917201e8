// `npm run test:electron`: sets up a fresh clone, then runs the end-to-end specs on real Electron.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages(Object.values(systemPackages).flat());
handOver('tools/test/electron.ts', process.argv.slice(2));
