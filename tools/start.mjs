// `npm start` and `npm run dev`: sets up a fresh clone, then builds and opens the app.
import { handOver, setUp } from './setup.mjs';

setUp();
handOver('tools/start/index.ts', process.argv.slice(2));
