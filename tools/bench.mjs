// `npm run bench`: sets up a fresh clone, then measures.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
const { display, sound, clipboard, targets, peers } = systemPackages;
ensureSystemPackages([...display, ...sound, ...clipboard, ...targets, ...peers]);
handOver('bench/index.ts', process.argv.slice(2));
