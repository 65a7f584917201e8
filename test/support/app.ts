import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { root } from '../../tools/start/build.ts';
import { patienceMs, within } from '../../tools/patience.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import { keepLog } from './logs.ts';
import { inTurn } from './in-turn.ts';
import { processesWith } from './processes.ts';

export type WindowTitle = 'CaptionKey captions' | 'CaptionKey dictation' | 'CaptionKey';

/** The app, started as a person starts it, in an empty home folder of its own. */
export interface App {
  electron: ElectronApplication;
  /** Its home folder, which `stop` removes. Temporary files are in its `tmp`. */
  home: string;
  /** Its user-data folder. */
  userData: string;
  /** The page of the window with this title, once it exists. */
  page(title: WindowTitle): Promise<Page>;
  /** Resolves once a shortcut works; by default the dictation key. */
  hears(accelerator?: string): Promise<void>;
  /** Everything the app has written on standard output and error. */
  output(): string;
  stop(): Promise<void>;
}

export interface LaunchOptions {
  args?: string[];
  /** Variables beside the environment of the test; undefined removes one. */
  env?: Record<string, string | undefined>;
  /** The files in its user-data folder before the start: texts by file name. */
  files?: Record<string, string>;
  /** Its user-data folder; by default an empty one in its home. */
  userData?: string;
  /** CommonJS modules that the main process loads before the app. */
  modules?: string[];
  /** The folder of the built app; by default the checkout. */
  folder?: string;
}

/** Launches the built app on Electron, or on the stand-in if Electron is not installed. */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const { args = [], env = {}, files = {}, modules = [], folder = root } = options;
  const runtime = findRuntime();
  const home = await mkdtemp(join(tmpdir(), 'captionkey-home-'));
  const userData = options.userData ?? join(home, 'user-data');
  await mkdir(userData, { recursive: true });
  await mkdir(join(home, 'tmp'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(userData, name), text);
  const electron = await _electron
    .launch({
      executablePath: runtime.executable,
      timeout: patienceMs,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...modules.flatMap((module) => ['-r', module]),
        folder,
        `--user-data-dir=${userData}`,
        ...args,
      ],
      env: definedOnly({
        ...process.env,
        ASSEMBLYAI_API_KEY: undefined,
        ...runtime.env,
        // English, whatever the machine speaks.
        LANGUAGE: 'en',
        HOME: home,
        TMPDIR: join(home, 'tmp'),
        ...env,
      }),
    })
    .then(inTurn)
    .catch(async (error: unknown) => {
      await removeHome(home);
      throw error;
    });
  electron.context().setDefaultTimeout(patienceMs);
  const keepItsLog = keepLog(userData);
  let output = '';
  const { stdout, stderr } = electron.process();
  for (const stream of [stdout, stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  return {
    electron,
    home,
    userData,
    page: (title) => pageTitled(electron, title),
    hears: (accelerator = 'Control+Alt+Space') =>
      within(`${accelerator} to be heard`, untilHeard(electron, accelerator)),
    output: () => output,
    stop: async () => {
      try {
        await electron.close();
      } finally {
        keepItsLog();
        await removeHome(home);
      }
    },
  };
}

/** Processes of a killed app take a moment to end, and would create its folders again. */
async function removeHome(home: string): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  while (!signal.aborted && (await processesWith(`HOME=${home}`)).length > 0) await setTimeout(50);
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

const definedOnly = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

async function untilHeard(electron: ElectronApplication, accelerator: string): Promise<void> {
  const isHeard = () =>
    electron.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator);
  const signal = AbortSignal.timeout(patienceMs);
  while (!(await isHeard())) {
    signal.throwIfAborted();
    await setTimeout(50);
  }
}

async function pageTitled(electron: ElectronApplication, title: string): Promise<Page> {
  const signal = AbortSignal.timeout(patienceMs);
  while (!signal.aborted) {
    for (const page of electron.windows())
      if ((await within('a title', page.title()).catch(() => '')) === title) return withBound(page);
    await electron.waitForEvent('window', { timeout: 500 }).catch(() => undefined);
  }
  throw new Error(`Waited in vain for the page “${title}”.`);
}

/** Playwright bounds all of a page's calls but this. */
function withBound(page: Page): Page {
  const evaluate = page.evaluate.bind(page);
  return Object.assign(page, {
    evaluate: (...given: Parameters<typeof evaluate>) =>
      within('an evaluation in a page', evaluate(...given)),
  });
}
