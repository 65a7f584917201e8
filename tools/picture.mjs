// `npm run picture`: sets up a fresh clone, then records the moving picture of the README.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
const { display, sound, media } = systemPackages;
ensureSystemPackages([...display, ...sound, ...media]);
handOver('tools/picture/index.ts', []);
