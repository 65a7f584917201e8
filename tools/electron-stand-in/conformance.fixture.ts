import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { startDisplay, type VirtualDisplay } from '../desktop-harness/display.ts';
import { grabKeys } from '../desktop-harness/keyboard.ts';
import {
  openFocusedWindow,
  waitForWindow,
  type FocusedWindow,
} from '../desktop-harness/windows.ts';
import { inTurn } from '../../test/support/in-turn.ts';
import { findRuntime } from '../start/runtime.ts';

/* Starts the conformance app on Electron if it is installed, or else on the stand-in. */
const { executable, env: runtimeEnv } = findRuntime();
const marker = `CONFORMANCE_RUN=${process.pid}`;

/** What the app has observed, in the global `seen` of its main process. */
export interface Seen {
  launches: { argv: string[]; cwd: string; data: object }[];
  navigations: string[];
  opened: string[];
  keys: number;
  closes: number;
  keepsOpen?: boolean;
  ipc: unknown[];
  registered: boolean;
  registeredTaken: boolean;
}
declare const seen: Seen;
declare const openPanel: (show: boolean) => Promise<void>;

export interface ConformanceApp {
  screen: VirtualDisplay;
  /** A window of another program, which has the focus. */
  other: FocusedWindow;
  userData: string;
  app: ElectronApplication;
  /** The page of the floating window. */
  page: Page;
  executable: string;
  args: string[];
  env: Record<string, string>;
  /** Launches the app once more. */
  launch: () => Promise<ElectronApplication>;
  /** Ends everything. */
  stop: () => Promise<void>;
}

/** Starts the app on a new virtual screen, where another program has grabbed Control+Alt+T. */
export async function startConformanceApp(): Promise<ConformanceApp> {
  const screen = await startDisplay({ width: 1024, height: 768 });
  const taken = await grabKeys(screen.display, 'Control+Alt+T');
  const other = await openFocusedWindow(screen.display);
  const userData = mkdtempSync(join(tmpdir(), 'conformance-'));
  const [name = '', value = ''] = marker.split('=');
  const inherited = process.env as Record<string, string>;
  const env = { ...inherited, ...runtimeEnv, ...screen.env, [name]: value };
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folder = join(import.meta.dirname, 'conformance-app');
  const args = [...sandbox, folder, `--user-data-dir=${userData}`];
  const apps: ElectronApplication[] = [];
  const launch = async (): Promise<ElectronApplication> => {
    const launched = inTurn(await _electron.launch({ executablePath: executable, args, env }));
    apps.push(launched);
    return launched;
  };
  const app = await launch();
  const page = await app.firstWindow();
  await page.getByText('Floating above').waitFor();
  await waitForWindow(screen.display, 'Floating');
  return {
    ...{ screen, other, userData, app, page, executable, args, env, launch },
    stop: async () => {
      await Promise.all(apps.map((launched) => launched.close()));
      other.stop();
      await taken.stop();
      await screen.stop();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

export const whatWasSeen = (app: ElectronApplication): Promise<Seen> => app.evaluate(() => seen);

export async function openPanelPage(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(() => openPanel(true));
  const panelPage = await opened;
  await panelPage.getByRole('heading').waitFor();
  return panelPage;
}

/** The app's processes and their descendants, found by an inherited environment variable. */
export const processesOfApp = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(marker);
    } catch {
      return false;
    }
  });
