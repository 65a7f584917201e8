import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { report, serve } from '../../tools/desktop-harness/wine/programs/serve.ts';

/* Starts the key watch for tests, as main does. */
let watch: ChildProcess | null = null;

serve({
  start: () => {
    watch = fork(join(import.meta.dirname, 'index.ts'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    watch.on('message', report);
  },
  send: (command) => {
    watch?.send(v.parse(v.looseObject({}), command));
  },
  stop: () => {
    watch?.kill();
  },
});
