// `npm run test:windows`: sets up a fresh clone, then runs the tests of Windows programs on Wine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPackages, handOver, root, setUp, systemPackages } from './setup.mjs';

const wine = JSON.parse(
  readFileSync(join(root, 'tools/desktop-harness/wine/packages.json'), 'utf8'),
);

setUp();
// The tests use wine64, which only exists for x64.
if (process.arch === 'x64') ensureSystemPackages([...systemPackages.display, ...wine]);
handOver('tools/test/windows.ts', process.argv.slice(2));
