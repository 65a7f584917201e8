import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { patient } from '../support/patient.ts';

/* The log of one run shows what went wrong. */
let desk: Desk;
let app: App;
let captions: Page;

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch();
  captions = await app.page('CaptionKey captions');
});
afterAll(() => desk.stop());

const logs = (line: RegExp): Promise<void> =>
  vi.waitFor(
    async () => expect(await readFile(join(app.userData, 'logs/main.log'), 'utf8')).toMatch(line),
    patient,
  );

test('the log of a run begins with its versions', async () => {
  await logs(/^\S+Z info app app-started captionkey=\d+\.\d+\.\d+ electron=.* platform=linux/);
});

test('an uncaught error is logged without its message and shown once, and the app goes on', async () => {
  await app.electron.evaluate(() => {
    setImmediate(() => {
      throw new TypeError('a secret');
    });
    setImmediate(() => void Promise.reject(new RangeError('a secret')));
  });
  await captions.getByText(/Something broke inside CaptionKey.*restart it/).waitFor();
  await logs(/ error app exception error=TypeError errno=none at=/);
  await logs(/ error app rejection error=RangeError errno=none at=/);
  const log = await readFile(join(app.userData, 'logs/main.log'), 'utf8');
  expect(log).not.toContain('secret');
  expect(log.match(/problem code=broken-inside/g)).toHaveLength(1);

  const panel = await app.page('CaptionKey');
  await panel.getByRole('button', { name: 'Start captions' }).click();
  await captions.getByText('Listening').waitFor();
});

test('a page that crashes is logged', async () => {
  await captions.evaluate("window.captionkey.request('listening:do', 'start')");
  await captions.getByText('Listening').waitFor();
  await captions.goto('chrome://crash').catch(() => undefined);
  await logs(/ error window page-gone reason=\S+ exitCode=-?\d+/);
});
