import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/* Runs in a process of its own, because an uncaught error would end the process of the tests. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-unhandled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Runs a process with three uncaught errors.
 *
 * @param say the body of the function that shows the problem
 */
function run(say: string): { status: number | null; printed: string[]; logged: string[] } {
  const script = `
    import { Log } from '${import.meta.dirname}/log.ts';
    import { onUnhandled } from '${import.meta.dirname}/unhandled.ts';
    const log = new Log(process.env.FOLDER);
    onUnhandled(log, ({ code }) => { ${say} });
    setTimeout(() => { throw new TypeError('first'); });
    setTimeout(() => { throw new RangeError('second'); });
    setTimeout(() => void Promise.reject(new SyntaxError('third')));
    setTimeout(() => void log.close().then(() => console.log('goes on')), 50);
  `;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, FOLDER: folder },
    encoding: 'utf8',
  });
  const log = readFileSync(join(folder, 'main.log'), 'utf8');
  const logged = [...log.matchAll(/ (\w+) error=(\w+)/g)].map(
    ([, name, error]) => `${name} ${error}`,
  );
  return { status, printed: stdout.trim().split('\n'), logged };
}

test('uncaught errors are logged and shown once, and the process goes on', () => {
  const { status, printed, logged } = run('console.log(code)');
  expect(printed).toEqual(['broken-inside', 'goes on']);
  expect(logged).toEqual(['exception TypeError', 'exception RangeError', 'rejection SyntaxError']);
  expect(status).toBe(0);
});

test('the process goes on if showing the error fails, too', () => {
  const { status, printed, logged } = run("throw new URIError('window is destroyed')");
  expect(printed).toEqual(['goes on']);
  expect(logged).toEqual([
    'exception TypeError',
    'exception other',
    'exception RangeError',
    'rejection SyntaxError',
  ]);
  expect(status).toBe(0);
});
