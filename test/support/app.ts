import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';

/** The app as a person would have started it, in an empty home of its own. */
export interface App {
  electron: ElectronApplication;
  /** Its user-data folder. */
  userData: string;
  /** The page of the window of that title, once it is there. */
  page(title: 'CaptionKey captions' | 'CaptionKey'): Promise<Page>;
  /** Everything the app has written on standard output and error. */
  output(): string;
  stop(): Promise<void>;
}

export interface LaunchOptions {
  args?: string[];
  /** What is set beside the environment of the test; undefined unsets. */
  env?: Record<string, string | undefined>;
  /** What is in its user-data folder before it starts: texts by file name. */
  files?: Record<string, string>;
  /** Where the built app is; the checkout unless told. */
  folder?: string;
}

/** Launches the built app on Electron, or on the stand-in where Electron cannot be had. */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const { args = [], env = {}, files = {}, folder = root } = options;
  const runtime = findRuntime();
  const home = await mkdtemp(join(tmpdir(), 'captionkey-home-'));
  const userData = join(home, 'user-data');
  await mkdir(userData);
  for (const [name, text] of Object.entries(files)) await writeFile(join(userData, name), text);
  const removeHome = (): Promise<void> => rm(home, { recursive: true, force: true });
  const electron = await _electron
    .launch({
      executablePath: runtime.executable,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        folder,
        `--user-data-dir=${userData}`,
        ...args,
      ],
      env: definedOnly({
        ...process.env,
        ASSEMBLYAI_API_KEY: undefined,
        ...runtime.env,
        HOME: home,
        ...env,
      }),
    })
    .catch(async (error: unknown) => {
      await removeHome();
      throw error;
    });
  let output = '';
  const { stdout, stderr } = electron.process();
  for (const stream of [stdout, stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  return {
    electron,
    userData,
    page: (title) => pageTitled(electron, title),
    output: () => output,
    stop: async () => {
      await electron.close();
      await removeHome();
    },
  };
}

const definedOnly = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

async function pageTitled(electron: ElectronApplication, title: string): Promise<Page> {
  for (;;) {
    for (const page of electron.windows())
      if ((await page.title().catch(() => '')) === title) return page;
    await electron.waitForEvent('window', { timeout: 500 }).catch(() => undefined);
  }
}
