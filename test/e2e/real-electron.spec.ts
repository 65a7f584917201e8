import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findRuntime } from '../../tools/start/runtime.ts';
import { startDesk, type Desk } from '../support/desk.ts';

/* Behaviour that the stand-in cannot show. `npm test` counts these tests by the tag in their names. */
const { isStandIn } = findRuntime();
const hasNoSandbox = process.platform !== 'linux' || process.getuid?.() === 0;

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

test.skipIf(isStandIn)(
  'the window around the rounded bar of the captions is transparent @real-electron',
  async () => {
    const app = await desk.launch({ args: ['--captions'] });
    await (await app.page('CaptionKey captions')).getByText('Listening').waitFor();
    const alpha = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const captions = windows.find((window) => window.getTitle() === 'CaptionKey captions');
      const bitmap = (await captions?.webContents.capturePage())?.toBitmap();
      return bitmap?.[3];
    });
    expect(alpha).toBe(0);
  },
);

test.skipIf(isStandIn || hasNoSandbox)('pages are in the sandbox @real-electron', async () => {
  const app = await desk.launch();
  await app.page('CaptionKey captions');
  const pids = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  for (const pid of pids)
    expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
});

test.skipIf(isStandIn)('the system encrypts the stored key @real-electron', async () => {
  const app = await desk.launch();
  const kept = await app.electron.evaluate(async ({ safeStorage }) => {
    const isEncrypted = await safeStorage.isAsyncEncryptionAvailable();
    const encrypted = await safeStorage.encryptStringAsync('secret');
    return { isEncrypted, isInClear: encrypted.includes('secret') };
  });
  expect(kept).toEqual({ isEncrypted: true, isInClear: false });
});
