// `npm run docs`: sets up a fresh clone, then writes the generated parts of docs/.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/docs/index.ts', []);
