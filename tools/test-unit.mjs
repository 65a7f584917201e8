// `npm run test:unit`: installs the packages, then runs the tests that only need Node.
import { handOver, installPackages } from './setup.mjs';

installPackages();
handOver('tools/test/unit.ts', process.argv.slice(2));
