// `npm run test:wayland`: sets up a fresh clone, then runs the tests on Wayland compositors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPackages, handOver, root, setUp, systemPackages } from './setup.mjs';

const compositors = JSON.parse(
  readFileSync(join(root, 'tools/desktop-harness/wayland/packages.json'), 'utf8'),
);

setUp();
const { display, sound, clipboard } = systemPackages;
ensureSystemPackages([...display, ...sound, ...clipboard, ...compositors]);
handOver('tools/test/wayland.ts', process.argv.slice(2));
