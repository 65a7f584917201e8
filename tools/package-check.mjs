// `npm run package:check`: sets up a fresh clone, then installs its deb in a Debian of its own.
import { ensureSystemPackages, handOver, setUp, systemPackages } from './setup.mjs';

setUp();
ensureSystemPackages([...systemPackages.display, 'debootstrap', 'desktop-file-utils']);
handOver('tools/package/check.ts', process.argv.slice(2));
