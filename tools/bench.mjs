// `npm run bench`: sets up a fresh clone, then measures.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages([...systemPackages.sound, ...systemPackages.peers]);
handOver('bench/index.ts', process.argv.slice(2));
