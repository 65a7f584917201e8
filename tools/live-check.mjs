// `npm run live-check`: sets up a fresh clone, then compares the service with what the app assumes.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/live-check/index.ts', process.argv.slice(2));
