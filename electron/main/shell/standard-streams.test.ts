import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '..');

/** Prints more than a pipe holds in a process of its own, and exits as the app does. */
const print = (stalledMs: number) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { printer } from ${JSON.stringify(join(main, 'print.ts'))};
       import { outputRead } from ${JSON.stringify(join(main, 'shell/standard-streams.ts'))};
       const turn = printer('text', () => {});
       for (let id = 0; id < 500; id += 1)
         turn({ id, text: \`\${id} \${'x'.repeat(995)}\`, isFinal: true });
       process.stderr.write('written');
       await outputRead(${stalledMs});
       process.exit(0);`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );

test('a reader that comes to it late gets every line before the process exits', async () => {
  const child = print(60_000);
  // By now the pipe is full, and the process has nothing left to do but to wait for its reader.
  await once(child.stderr, 'data');
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(printed.split('\n')).toHaveLength(501);
});

test('a reader that takes nothing does not keep the process', async () => {
  const child = print(100);
  expect(await once(child, 'exit')).toEqual([0, null]);
  child.stdout.destroy();
});

test('a reader that has gone does not keep the process', async () => {
  const child = print(60_000);
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
