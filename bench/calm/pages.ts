import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Snapshot } from '#shared/ipc.ts';
import { defaultPreferences } from '#shared/preferences.ts';
import { ok } from '#shared/result.ts';
import { root } from '../../tools/start/build.ts';

/** The size of the captions' window with two lines. */
const viewport = { width: 900, height: 124 };

const origin = 'https://captions.invalid';
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const snapshot: Snapshot = {
  ...{ seq: 0, problem: null, areCaptionsOn: true, turns: [], firstTurn: 0 },
  status: { phase: 'listening', connected: true },
  dictation: { phase: 'idle' },
  copied: null,
};

/** What main answers to the captions' page. It has no state of the app, so it shows no more than words. */
const answers = {
  'captions:attach': ok(snapshot),
  'language:read': ok('en'),
  'settings:read': ok({ preferences: defaultPreferences, warnings: [] }),
};

/** The bridge of the preload script, answered here. */
const bridge = `
  let onPatch = () => undefined;
  let seq = 0;
  window.captionkey = {
    request: async (channel) =>
      (${JSON.stringify(answers)})[channel] ?? { ok: false, problem: { code: 'ipc-channel', params: {} } },
    subscribe: (channel, callback) => {
      if (channel === 'captions:patch') onPatch = callback;
      return () => undefined;
    },
  };
  window.showPatch = (patch) => onPatch({ ...patch, seq: (seq += 1) });
`;

/** Opens a page without motion, because lines that glide are not in their place for a moment. */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.addInitScript({ path: join(import.meta.dirname, 'drawn-words.js') });
  return page;
}

/** The page of the captions as it was built, without a main process. */
export async function openCaptions(browser: Browser): Promise<Page> {
  const page = await openPage(browser);
  await page.route(`${origin}/**`, async (route) => {
    const path = normalize(new URL(route.request().url()).pathname);
    const body = await readFile(join(root, 'out/renderer', path));
    await route.fulfill({ body, contentType: types[path.split('.').at(-1) ?? ''] ?? '' });
  });
  await page.addInitScript(bridge);
  await page.goto(`${origin}/captions/index.html`);
  await page.getByRole('log').waitFor({ state: 'attached' });
  return page;
}

/** A page with the newest words in the middle, as overlays for streams have it. */
export async function openPeer(browser: Browser): Promise<Page> {
  const page = await openPage(browser);
  const path = join(import.meta.dirname, '../peers/centred-captions.html');
  await page.setContent(await readFile(path, 'utf8'));
  await page.addScriptTag({ path: join(import.meta.dirname, 'drawn-words.js') });
  return page;
}
