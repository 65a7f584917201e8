import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findRuntime } from '../start/runtime.ts';
import { startDisplay, type VirtualDisplay } from '../desktop-harness/display.ts';
import { grabKeys, pressKeys, type KeyGrab } from '../desktop-harness/keyboard.ts';
import {
  focusedWindow,
  listWindows,
  openFocusedWindow,
  waitForWindow,
  type FocusedWindow,
} from '../desktop-harness/windows.ts';

/* What the app relies on. It runs on Electron itself where that is, else on the stand-in. */
const runtime = findRuntime();
const marker = `CONFORMANCE_RUN=${process.pid}`;

interface Seen {
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
declare const seen: Seen;
declare const floating: Electron.BrowserWindow;
declare const panel: Electron.BrowserWindow;
declare const openPanel: (show: boolean) => Promise<void>;

let screen: VirtualDisplay;
let taken: KeyGrab;
let other: FocusedWindow;
let userData: string;
let app: ElectronApplication;
let page: Page;
let args: string[];
let env: Record<string, string>;

beforeAll(async () => {
  screen = await startDisplay({ width: 1024, height: 768 });
  taken = await grabKeys(screen.display, 'Control+Alt+T');
  other = await openFocusedWindow(screen.display);
  userData = mkdtempSync(join(tmpdir(), 'conformance-'));
  const [name = '', value = ''] = marker.split('=');
  const inherited = process.env as Record<string, string>;
  env = { ...inherited, ...runtime.env, ...screen.env, [name]: value };
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folder = join(import.meta.dirname, 'conformance-app');
  args = [...sandbox, folder, `--user-data-dir=${userData}`];
  app = await launch();
  page = await app.firstWindow();
  await page.getByText('Floating above').waitFor();
  await waitForWindow(screen.display, 'Floating');
}, 60_000);

afterAll(async () => {
  await app.close();
  other.stop();
  await taken.stop();
  await screen.stop();
  rmSync(userData, { recursive: true, force: true });
});

const launch = (): Promise<ElectronApplication> =>
  _electron.launch({ executablePath: runtime.executable, args, env });

const openPanelPage = async (): Promise<Page> => {
  const opened = app.waitForEvent('window');
  await app.evaluate(() => openPanel(true));
  const panelPage = await opened;
  await panelPage.getByRole('heading').waitFor();
  return panelPage;
};

const whatWasSeen = (): Promise<Seen> => app.evaluate(() => seen);

/** The processes of our app, its helpers and their helpers, known by an inherited variable. */
const processes = (): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(marker);
    } catch {
      return false;
    }
  });

test('the app has the name, version and folders of its package.json and command line', async () => {
  const about = await app.evaluate(({ app }) => [
    app.getName(),
    app.getVersion(),
    app.getPath('userData'),
    app.isPackaged,
    app.commandLine.hasSwitch('user-data-dir'),
    process.type,
  ]);
  expect(about).toEqual(['conformance-app', '1.2.3', userData, false, true, 'browser']);
});

test('a window that must not be focused shows above the others and leaves the focus alone', async () => {
  const shown = await waitForWindow(screen.display, 'Floating');
  expect(shown).toMatchObject({ x: 100, y: 300, width: 500, height: 100 });
  expect(shown.states).toEqual(expect.arrayContaining(['ABOVE', 'SKIP_TASKBAR']));
  await app.evaluate(() => {
    floating.hide();
    floating.setBounds({ x: 200, y: 400 });
    floating.show();
    floating.focus();
  });
  await vi.waitFor(async () =>
    expect(await waitForWindow(screen.display, 'Floating')).toMatchObject({ x: 200, y: 400 }),
  );
  expect(await focusedWindow(screen.display)).toEqual({ active: other.wid, input: other.wid });
  expect(other.focusLosses()).toBe(0);
  expect(await app.evaluate(() => floating.isFocused())).toBe(false);
});

test('a hidden window opens without a trace; showing it gives it the focus', async () => {
  await app.evaluate(() => openPanel(false));
  expect((await listWindows(screen.display)).map(({ title }) => title)).not.toContain('Panel');
  expect(other.focusLosses()).toBe(0);
  await app.evaluate(() => panel.show());
  const { wid } = await waitForWindow(screen.display, 'Panel');
  await vi.waitFor(async () => expect((await focusedWindow(screen.display)).active).toBe(wid));
  await vi.waitFor(async () => expect(await app.evaluate(() => panel.isFocused())).toBe(true));
});

test('a window says when it closes, and may stay', async () => {
  const stays = await app.evaluate(() => {
    seen.keepsOpen = true;
    panel.close();
    seen.keepsOpen = false;
    return !panel.isDestroyed();
  });
  expect(stays).toBe(true);
  await app.evaluate(() => panel.close());
  expect(await app.evaluate(() => [panel.isDestroyed(), seen.closes])).toEqual([true, 2]);
  await vi.waitFor(async () => {
    const titles = (await listWindows(screen.display)).map(({ title }) => title);
    expect(titles).not.toContain('Panel');
  });
});

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

test('values pass as they are, failures with their text, and the frame is told', async () => {
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

test('messages go both ways, until nobody listens', async () => {
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
  expect((await whatWasSeen()).ipc).toEqual([21]);
});

test("the content security policy of the app's own scheme is enforced", async () => {
  const panelPage = await openPanelPage();
  expect(await panelPage.evaluate('[window.scriptRan, window.inlineRan]')).toEqual([
    true,
    undefined,
  ]);
  await panelPage.close();
});

test('a page neither leaves nor opens windows', async () => {
  const panelPage = await openPanelPage();
  await panelPage.getByText('Leave').click({ noWaitAfter: true });
  await panelPage.getByText('Open', { exact: true }).click();
  await vi.waitFor(async () =>
    expect(await whatWasSeen()).toMatchObject({
      navigations: ['https://elsewhere.invalid/'],
      opened: ['https://elsewhere.invalid/new'],
    }),
  );
  expect(await panelPage.getByRole('heading').textContent()).toBe('Panel');
  await vi.waitFor(() => expect(app.windows()).toHaveLength(2));
  await panelPage.close();
});

test('a page that crashes says so, and is itself again once it is reloaded', async () => {
  await app.evaluate(() => openPanel(true));
  const told = await app.evaluate(async () => {
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
  expect(['crashed', 'killed']).toContain(told.reason);
  expect(told.text).toMatch(/^Panel.*object$/s);
});

test('sleep, waking and a locked screen are told', async () => {
  const told = await app.evaluate(({ powerMonitor }) => {
    const heard: string[] = [];
    const hear = (name: string) => () => heard.push(name);
    powerMonitor.on('suspend', hear('suspend'));
    powerMonitor.on('resume', hear('resume'));
    powerMonitor.on('lock-screen', hear('lock-screen'));
    for (const name of ['suspend', 'lock-screen', 'resume']) powerMonitor.emit(name);
    return heard;
  });
  expect(told).toEqual(['suspend', 'lock-screen', 'resume']);
});

test('a display that changes its size is told, with its new one', async () => {
  const changed = app.evaluate(
    ({ screen: displays }) =>
      new Promise<Electron.Rectangle>((resolve) =>
        displays.on('display-metrics-changed', (_event, { bounds }) => {
          if (bounds.width === 800) resolve(bounds);
        }),
      ),
  );
  await app.evaluate(() => undefined);
  await screen.resize({ width: 800, height: 600 });
  expect(await changed).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  await screen.resize({ width: 1024, height: 768 });
});

test('a global shortcut hears a real key, and is refused where another program has it', async () => {
  expect(await whatWasSeen()).toMatchObject({ registered: true, registeredTaken: false, keys: 0 });
  await pressKeys(screen.display, 'Control+Alt+Space');
  await vi.waitFor(async () => expect((await whatWasSeen()).keys).toBe(1));
  const isFree = await app.evaluate(({ globalShortcut }) => {
    globalShortcut.unregisterAll();
    return !globalShortcut.isRegistered('Control+Alt+Space');
  });
  expect(isFree).toBe(true);
  await (await grabKeys(screen.display, 'Control+Alt+Space')).stop();
});

test('the clipboard is that of the desktop', async () => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('größer 語'));
  const { stdout } = spawnSync('xclip', ['-selection', 'clipboard', '-out'], { env });
  expect(stdout.toString()).toBe('größer 語');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('größer 語');
});

test('a utility process answers, keeps types and tells its status', async () => {
  const told = await app.evaluate(async ({ app, utilityProcess }) => {
    const child = utilityProcess.fork(`${app.getAppPath()}/utility.js`, [], { stdio: 'pipe' });
    const next = <T>(event: 'message' | 'exit') =>
      new Promise<T>((resolve) => child.once(event as 'message', resolve));
    child.postMessage({ bytes: Buffer.from([1, 2]) });
    const { type, data } = await next<{ type: string; data: { bytes: Uint8Array } }>('message');
    const exited = next<number>('exit');
    child.postMessage({ exit: 7 });
    return [type, data.bytes.constructor.name, [...data.bytes], await exited];
  });
  expect(told).toEqual(['utility', 'Uint8Array', [1, 2], 7]);
});

test('a second launch ends and tells the first', async () => {
  const second: ChildProcess = spawn(runtime.executable, [...args, '--toggle'], { env });
  const [status] = (await once(second, 'exit')) as [number];
  expect(status).toBe(0);
  await vi.waitFor(async () => expect((await whatWasSeen()).launches).toHaveLength(1));
  const [launch] = (await whatWasSeen()).launches;
  expect(launch?.argv).toContain('--toggle');
  expect(launch).toMatchObject({ cwd: process.cwd(), data: { from: second.pid } });
});

test('when the app ends, or is killed, nothing of it is left', async () => {
  expect(processes().length).toBeGreaterThan(1);
  await app.close();
  await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 5000 });
  app = await launch();
  await app.firstWindow();
  app.process().kill('SIGKILL');
  await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 5000 });
});
