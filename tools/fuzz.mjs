// `npm run fuzz`: sets up a fresh clone, then says and asks what no service and no window would.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages(Object.values(systemPackages).flat());
handOver('test/fuzz/index.ts', process.argv.slice(2));
