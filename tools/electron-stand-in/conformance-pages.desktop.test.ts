import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  openPanelPage,
  startConformanceApp,
  whatWasSeen,
  type ConformanceApp,
} from './conformance.fixture.ts';
import { patient } from '../../test/support/patient.ts';

/* What the app needs from pages, and from the IPC between them and the main process. */
interface Api {
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<never>;
  missing(): Promise<never>;
  frame(): Promise<object>;
  note(value: number): void;
  onNoted(callback: (value: number) => void): () => void;
  boom(): void;
}
declare const api: Api;
declare const panel: Electron.BrowserWindow;
declare const openPanel: (show: boolean) => Promise<void>;

let app: ElectronApplication;
let page: Page;
let stop: ConformanceApp['stop'];

beforeAll(async () => {
  ({ app, page, stop } = await startConformanceApp());
});
afterAll(() => stop());

test('the page sees a frozen bridge and nothing of the preload', async () => {
  const findings = await page.evaluate(() => [
    Object.isFrozen(api),
    typeof (globalThis as { require?: unknown }).require,
    typeof (globalThis as { process?: unknown }).process,
    Object.keys(globalThis).filter((key) => /standIn|electron/i.test(key)),
  ]);
  expect(findings).toEqual([true, 'undefined', 'undefined', []]);
  await expect(page.evaluate(() => api.boom())).rejects.toThrow('from the preload');
});

test('invoke passes values, errors with their text, and the frame', async () => {
  const echoed = await page.evaluate(async () => {
    const value = { when: new Date(0), map: new Map([['k', new Uint8Array([1, 2])]]), n: NaN };
    const back = (await api.echo(value)) as typeof value;
    return [back.when.getTime(), [...(back.map.get('k') ?? [])], Number.isNaN(back.n)];
  });
  expect(echoed).toEqual([0, [1, 2], true]);
  await expect(page.evaluate(() => api.fail())).rejects.toThrow(
    "Error invoking remote method 'fail': TypeError: nope",
  );
  await expect(page.evaluate(() => api.missing())).rejects.toThrow(
    "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  );
  const frame = { isMain: true, url: 'app://conformance/floating.html' };
  expect(await page.evaluate(() => api.frame())).toEqual(frame);
});

test('messages pass in both directions until the listener is removed', async () => {
  const noted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = api.onNoted((value) => {
          stop();
          resolve(value);
        });
        api.note(21);
      }),
  );
  expect(noted).toBe(42);
  expect((await whatWasSeen(app)).ipc).toEqual([21]);
});

test("the content security policy of the app's own scheme is enforced", async () => {
  const panelPage = await openPanelPage(app);
  expect(await panelPage.evaluate('[window.scriptRan, window.inlineRan]')).toEqual([
    true,
    undefined,
  ]);
  await panelPage.close();
});

test('a page can neither navigate away nor open windows', async () => {
  const panelPage = await openPanelPage(app);
  await panelPage.getByText('Leave').click();
  await panelPage.getByText('Open', { exact: true }).click();
  await vi.waitFor(
    async () =>
      expect(await whatWasSeen(app)).toMatchObject({
        navigations: ['https://elsewhere.invalid/'],
        opened: ['https://elsewhere.invalid/new'],
      }),
    patient,
  );
  expect(await panelPage.getByRole('heading').textContent()).toBe('Panel');
  await vi.waitFor(() => expect(app.windows()).toHaveLength(2), patient);
  await panelPage.close();
});

test('a crash of a page emits an event, and a reload restores the page', async () => {
  await app.evaluate(() => openPanel(true));
  const outcome = await app.evaluate(async () => {
    const { webContents: contents } = panel;
    const gone = new Promise<string>((resolve) =>
      contents.once('render-process-gone', (_event, { reason }) => resolve(reason)),
    );
    contents.forcefullyCrashRenderer();
    const reason = await gone;
    contents.reload();
    const text: unknown = await contents.executeJavaScript('document.body.innerText + typeof api');
    panel.close();
    return { reason, text };
  });
  expect(['crashed', 'killed']).toContain(outcome.reason);
  expect(outcome.text).toMatch(/^Panel.*object$/s);
});
