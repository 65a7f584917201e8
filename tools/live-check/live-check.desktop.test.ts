import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { startService, validKey } from '../../test/support/service.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

/** Nothing of this machine's own proxies and keys. */
const { PATH } = process.env;

async function check(env: Record<string, string>, ...names: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'index.ts'), ...names], {
    env: { PATH, ...env },
  });
  cleanups.push(() => child.kill());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(out + err).not.toContain(validKey);
  const rows = out.split('\n').filter((line) => line.startsWith('| '));
  return { status: await ended, out, err, rows: rows.slice(2) };
}

async function serve() {
  const service = await startService();
  cleanups.push(() => service.close());
  return service;
}

test('without a key it says what it would do, and opens nothing', async () => {
  const { status, out } = await check({});
  expect(out).toMatch(/^Set ASSEMBLYAI_API_KEY.*cost up to .* cents/s);
  expect(status).toBe(0);
});

test('the checks that are chosen are run, and what they cost is told before', async () => {
  const service = await serve();
  const { status, rows, out, err } = await check(service.env, 'regions', 'token');
  expect(err).toMatch(/sessions open for about \d+ s, which cost up to [\d.]+ cents/);
  expect(rows).toHaveLength(2);
  expect(out).toMatch(/2 facts, 0 not as expected\. Sessions were open for \d/);
  expect(status).toBe(0);
  expect(service.commands).toEqual(['Terminate']);
});

test('a check that there is not is a sentence, and opens nothing', async () => {
  const service = await serve();
  const { status, err } = await check(service.env, 'prices');
  expect(err).toMatch(/There is no check “prices”\. Choose from session, times, /);
  expect(status).toBe(1);
  expect(service.sessions).toEqual([]);
});

test('a key that is refused is told in one row, and not shown', async () => {
  const service = await serve();
  const { status, rows, out } = await check(
    { ...service.env, ASSEMBLYAI_API_KEY: 'wrong-0815' },
    'session',
  );
  expect(rows[0]).toMatch(/begins .*Error 1008.*NO +\|$/);
  expect(out).not.toContain('wrong-0815');
  expect(status).toBe(1);
});

test('a bad address is a sentence', async () => {
  const { status, err } = await check({
    ASSEMBLYAI_API_KEY: validKey,
    CAPTIONKEY_STREAMING_URL: 'ws://streaming.example',
  });
  expect(err).toContain('CAPTIONKEY_STREAMING_URL must be');
  expect(status).toBe(1);
});
