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
      `import { printer } from ${JSON.stringify(join(main, 'cli/print.ts'))};
       import { outputRead } from ${JSON.stringify(join(main, 'cli/standard-streams.ts'))};
       const turn = printer('text', () => {});
       for (let id = 0; id < 500; id += 1)
         turn({ id, text: \`\${id} \${'x'.repeat(995)}\`, isFinal: true });
       process.stderr.write('written');
       await outputRead(${stalledMs});
       process.exit(0);`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );

test('a slow reader gets every line before the process exits', async () => {
  const child = print(60_000);
  // The pipe is full now, and the process only waits for its reader.
  await once(child.stderr, 'data');
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(printed.split('\n')).toHaveLength(501);
});

test('a stopped reader does not keep the process from exiting', async () => {
  const child = print(100);
  expect(await once(child, 'exit')).toEqual([0, null]);
  child.stdout.destroy();
});

test('a closed reader does not keep the process from exiting', async () => {
  const child = print(60_000);
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
