import { join } from 'node:path';
import type { Page } from 'playwright';
import type { App } from '../support/app.ts';
import type { Call } from './ipc-calls.ts';

declare const raw: { invoke: (channel: string, ...args: unknown[]) => Promise<unknown> };

let opened = 0;

/** Opens a window at an address of that origin, whose page has the bare wire to main. */
export async function openRawWindow({ electron }: App, origin: string): Promise<Page> {
  opened += 1;
  const path = `/raw-window-${opened}`;
  await electron.evaluate(
    async ({ BrowserWindow }, { preload, url }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false },
      });
      await window.loadURL(url);
    },
    { preload: join(import.meta.dirname, 'raw-preload.cjs'), url: origin + path },
  );
  const find = (): Page | undefined => electron.windows().find((page) => page.url().endsWith(path));
  for (let page = find(); ; page = find()) {
    if (page !== undefined) return page;
    await electron.waitForEvent('window', { timeout: 500 }).catch(() => undefined);
  }
}

/**
 * Makes all the calls at once.
 *
 * @returns for each call the code of its refusal, `handled` where it was none, or `rejected` where
 *   it did not reach a handler of the app
 */
export const callAll = (page: Page, calls: Call[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const { invoke } = raw;
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const odds: unknown[] = [
      ...[undefined, NaN, Infinity, -0, 10n, cyclic, () => 'start', Symbol('start')],
      ...[new Date(0), new Map([['name', 'Mic']]), new Set(['start']), new Error('start')],
      new Uint8Array(1_000),
    ];
    const make = (recipe: Call['args'][number]): unknown => {
      switch (recipe.make) {
        case 'json':
          return JSON.parse(recipe.json);
        case 'long':
          return 'x'.repeat(recipe.length);
        case 'odd':
          return odds[recipe.index];
        case 'deep': {
          let value: unknown = 'start';
          for (let depth = 0; depth < recipe.depth; depth++) value = [value];
          return value;
        }
      }
    };
    const codeOf = (answer: unknown): string => {
      const { ok, problem } = answer as { ok: boolean; problem?: { code: string } };
      return ok ? 'handled' : (problem?.code ?? 'nothing');
    };
    return Promise.all(
      all.map(async ({ channel, args }) => {
        try {
          return codeOf(await invoke(channel, ...args.map(make)));
        } catch {
          return 'rejected';
        }
      }),
    );
  }, calls);
