import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { startDemoServer } from '../../electron/demo-server/server.ts';
import { recording } from '../../test/support/recording.ts';
import { startService, validKey } from '../../test/support/service.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

/** Nothing of this machine's own proxies and keys. */
const { PATH } = process.env;

async function check(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'index.ts')], {
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
  expect(out).toMatch(/^Set ASSEMBLYAI_API_KEY.*five sessions/s);
  expect(status).toBe(0);
});

test('a service that is as expected passes in every row', async () => {
  const service = await serve();
  const { status, rows, out } = await check(service.env);
  expect(rows.filter((row) => !/ (yes) +\|$/.test(row))).toEqual([
    expect.stringContaining('not documented'),
  ]);
  expect(rows).toHaveLength(15);
  expect(out).toMatch(/15 facts, 0 not as expected\. Sessions were open for \d/);
  expect(status).toBe(0);
  // What is checked is what the app sends.
  expect(service.commands).toEqual([
    'ForceEndpoint',
    'UpdateConfiguration',
    'ForceEndpoint',
    'ForceEndpoint',
    'Terminate',
  ]);
});

test('each thing that is not as expected is told in its row', async () => {
  // Its sessions end before the check has, another model runs, and its words are others.
  const server = await startDemoServer({
    ...{ key: validKey, recording, maxSessionSeconds: 4 },
    runsInstead: 'universal-3-5-pro',
    wrongKeyReason: 'No entry.',
  });
  cleanups.push(() => server.close());
  const { status, rows } = await check({
    ASSEMBLYAI_API_KEY: validKey,
    CAPTIONKEY_STREAMING_URL: server.url,
  });
  const broken = rows.filter((row) => / NO +\|$/.test(row));
  expect(broken).toEqual([
    expect.stringMatching(/the model that runs.*universal-3-5-pro/),
    expect.stringMatching(/UpdateConfiguration.*Error 3008 “Session Expired/),
    expect.stringMatching(/Terminate is answered/),
    expect.stringMatching(/a wrong key is read as one.*account-refused/),
  ]);
  expect(status).toBe(1);
});

test('a key that is refused is told in one row, and not shown', async () => {
  const service = await serve();
  const { status, rows, out } = await check({ ...service.env, ASSEMBLYAI_API_KEY: 'wrong-0815' });
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
