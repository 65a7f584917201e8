import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestChannels } from '#shared/channels.ts';
import type { Bridge } from '#shared/ipc.ts';
import { callAll, openRawWindow } from '../fuzz/raw-window.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { validKey } from '../support/service.ts';

declare const captionkey: Bridge;

/* What an attacker with control of a page could do: only send requests over the bridge. */
let desk: Desk;
let app: App;
const titles = ['CaptionKey captions', 'CaptionKey dictation', 'CaptionKey'] as const;

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch({ env: { ASSEMBLYAI_API_KEY: undefined } });
  // One that comes later would be counted as one that was opened.
  for (const title of titles) await app.page(title);
});
afterAll(() => desk.stop());

describe.each(titles)('the window “%s”', (title) => {
  let page: Page;
  const attempt = (call: string): Promise<unknown> => page.evaluate(`attempts.${call}`);

  beforeAll(async () => {
    page = await app.page(title);
    await page.evaluate(
      await readFile(join(import.meta.dirname, '../support/attempts.js'), 'utf8'),
    );
  });

  test('has the frozen bridge, and nothing of Node or Electron', async () => {
    expect(await attempt('look()')).toEqual({
      bridge: ['request', 'subscribe'],
      isFrozen: true,
      others: [],
    });
  });

  test('runs only its own scripts, and connects to nothing', async () => {
    const url = desk.service.env.CAPTIONKEY_STREAMING_URL.replace('ws:', 'http:');
    const directives = [
      ...['connect-src', 'frame-src', 'img-src', 'object-src', 'script-src'],
      ...['script-src-elem', 'style-src-elem'],
    ];
    expect(await attempt(`load('${url}', ${directives.length})`)).toEqual({
      worked: { eval: false, fetch: false, webSocket: false, inline: false },
      directives,
    });
  });

  test('does not navigate, and opens no window', async () => {
    const before = [page.url(), app.electron.windows().length];
    expect(await attempt('leave()')).toBe(0);
    expect([page.url(), app.electron.windows().length]).toEqual(before);
  });

  test('is granted no permission', async () => {
    expect(await attempt('askForPermissions()')).toEqual({ granted: [], sound: false });
  });
});

describe('app://', () => {
  let own: Page;
  let foreign: Page;
  beforeAll(async () => {
    own = await openRawWindow(app, 'app://captionkey');
    foreign = await openRawWindow(app, 'app://elsewhere');
  });

  const fetchIn = (page: Page, path: string) =>
    page.evaluate(async (address) => {
      const { status, headers } = await fetch(address);
      return { status, headers: Object.fromEntries(headers) };
    }, path);

  test('serves the app’s pages with the policy', async () => {
    const { status, headers } = await fetchIn(own, '/panel/index.html');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
        "img-src 'self' data:; connect-src 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/panel/..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..%2fmain%2findex.js',
    '/..%2frenderer-of-another/index.html',
    '/%2fetc%2fpasswd',
    '//etc/passwd%00.html',
    '/panel%00/index.html',
    '/%zz',
    '/panel',
    '/',
  ])('has nothing at %s', async (path) => {
    const address = path.startsWith('//') ? path.slice(1) : path;
    expect((await fetchIn(own, address)).status).toBe(404);
  });

  test('has nothing on another host', async () => {
    expect((await fetchIn(foreign, '/panel/index.html')).status).toBe(404);
  });

  test('no request of a page of another host is answered', async () => {
    const calls = requestChannels.map((channel) => ({ channel, args: [] }));
    expect(new Set(await callAll(foreign, calls))).toEqual(new Set(['untrusted-sender']));
  });
});

test('the key is in no answer, no file and no output', async () => {
  const panel = await app.page('CaptionKey');
  const answers = await panel.evaluate(
    async (key) => [
      await captionkey.request('key:save', key),
      await captionkey.request('app-state:read'),
      await captionkey.request('captions:attach', 'words'),
      await captionkey.request('microphone:choose', { name: 'Mic', hostApi: 'ALSA' }),
      await captionkey.request('microphone:choose', null),
    ],
    validKey,
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);
  const files = await readdir(app.userData, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile() && file.name.endsWith('.json'))
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(JSON.stringify([answers, texts, app.output()])).not.toContain(validKey);
});

const isWindows = process.platform === 'win32';
const needs = isWindows ? ' (not run: Windows has no modes of files)' : '';

test.skipIf(isWindows)(`our files are for this person only${needs}`, async () => {
  const files = (await readdir(app.userData, { withFileTypes: true })).filter((entry) =>
    /^(settings|credentials|captionkey)\b/.test(entry.name),
  );
  expect(files.map(({ name }) => name)).toContain('captionkey.db');
  for (const { name } of files)
    expect((await stat(join(app.userData, name))).mode & 0o777, name).toBe(0o600);
});
