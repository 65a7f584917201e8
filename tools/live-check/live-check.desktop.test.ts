import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { startService, validKey } from '../../test/support/service.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

/** The only variable that the check inherits, so not this machine's proxies and keys. */
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

test('prints its plan and opens no session without a key', async () => {
  const { status, out } = await check({});
  expect(out).toMatch(/^Set ASSEMBLYAI_API_KEY.*cost up to .* cents/s);
  expect(status).toBe(0);
});

test('prints the cost, then runs the chosen checks', async () => {
  const service = await serve();
  const { status, rows, out, err } = await check(service.env, 'regions', 'token');
  expect(err).toMatch(/sessions open for about \d+ s, which cost up to [\d.]+ cents/);
  expect(rows).toHaveLength(2);
  expect(out).toMatch(/2 facts, 0 not as expected\. Sessions were open for \d/);
  expect(status).toBe(0);
  expect(service.commands).toEqual(['Terminate']);
});

test('refuses an unknown check with a sentence, and opens no session', async () => {
  const service = await serve();
  const { status, err } = await check(service.env, 'prices');
  expect(err).toMatch(/There is no check “prices”\. Choose from session, times, /);
  expect(status).toBe(1);
  expect(service.sessions).toEqual([]);
});

test('reports a refused key in one row, without the key', async () => {
  const service = await serve();
  const { status, rows, out } = await check(
    { ...service.env, ASSEMBLYAI_API_KEY: 'wrong-0815' },
    'session',
  );
  expect(rows[0]).toMatch(/begins .*Error 1008.*NO +\|$/);
  expect(out).not.toContain('wrong-0815');
  expect(status).toBe(1);
});

test('refuses an invalid address with a sentence', async () => {
  const { status, err } = await check({
    ASSEMBLYAI_API_KEY: validKey,
    CAPTIONKEY_STREAMING_URL: 'ws://streaming.example',
  });
  expect(err).toContain('CAPTIONKEY_STREAMING_URL must be');
  expect(status).toBe(1);
});
