import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const printerModule = join(import.meta.dirname, 'print.ts');

/** Prints in a process of its own, which writes nothing else to standard output. */
const print = (script: string) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { printer } from ${JSON.stringify(printerModule)}; ${script}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

const turns = `
  { id: 0, text: 'Hold', isFinal: false },
  { id: 0, text: 'Hold a key.', isFinal: true },
  { id: 1, text: '', isFinal: true },
  { id: 2, text: 'Say “hi”.', isFinal: true }`;

test.each([
  ['text', 'Hold a key.\nSay “hi”.\n'],
  ['json', '{"turn":0,"text":"Hold a key."}\n{"turn":2,"text":"Say “hi”."}\n'],
])('each final turn is one line as %s, and nothing else is printed', async (format, expected) => {
  const child = print(`[${turns}].forEach(printer('${format}', () => {}));`);
  expect(await text(child.stdout)).toBe(expected);
});

test('a turn with any content is one line, and does not control the terminal', async () => {
  const turn = { id: 0, text: 'Hold\r\na\u001b[2J key.\u0085', isFinal: true };
  const child = print(`printer('text', () => {})(${JSON.stringify(turn)});`);
  expect(await text(child.stdout)).toBe('Hold a [2J key. \n');
});

test('a closed reader is noticed, and does not crash the app', async () => {
  const child = print(`
    const turn = printer('text', () => process.exit(7));
    setInterval(() => turn({ id: 0, text: 'x'.repeat(100_000), isFinal: true }), 5);`);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await once(child, 'exit')).toEqual([7, null]);
});
