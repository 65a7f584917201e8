import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VirtualDisplay } from '../desktop-harness/display.ts';
import { grabKeys, pressKeys } from '../desktop-harness/keyboard.ts';
import {
  processesOfApp,
  startConformanceApp,
  whatWasSeen,
  type ConformanceApp,
} from './conformance.fixture.ts';
import { patient } from '../../test/support/patient.ts';

/* What the app relies on of the system: names, keys, clipboard, processes, launches. */

let app: ElectronApplication;
let screen: VirtualDisplay;
let userData: string;
let executable: string;
let args: string[];
let env: Record<string, string>;
let launch: ConformanceApp['launch'];
let stop: ConformanceApp['stop'];

beforeAll(async () => {
  ({ app, screen, userData, executable, args, env, launch, stop } = await startConformanceApp());
}, 60_000);
afterAll(() => stop());

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

test('a tray takes an image that is there, a tip, clicks, and a menu whose items can be pressed', async () => {
  const image = join(import.meta.dirname, '../../resources/tray/idle.png');
  const told = await app.evaluate(({ Menu, Tray }, path) => {
    const heard: unknown[] = [];
    const tray = new Tray(path);
    tray.on('click', () => heard.push('tray'));
    const menu = Menu.buildFromTemplate([
      { label: 'Words', enabled: false },
      { type: 'separator' },
      { label: 'Open', click: ({ label }) => heard.push(label) },
    ]);
    tray.setImage(path);
    tray.setToolTip('A tip');
    tray.setContextMenu(menu);
    heard.push(menu.items.map(({ type, enabled }) => [type, enabled]));
    menu.items[2]?.click();
    tray.emit('click');
    tray.destroy();
    heard.push(tray.isDestroyed());
    try {
      return [...heard, new Tray(`${path}.none`)];
    } catch (error) {
      return [...heard, error instanceof Error && error.message.startsWith('Failed to load image')];
    }
  }, image);
  expect(told).toEqual([
    ...[
      [
        ['normal', false],
        ['separator', true],
        ['normal', true],
      ],
      'Open',
      'tray',
    ],
    ...[true, true],
  ]);
});

test('a global shortcut hears a real key, and is refused where another program has it', async () => {
  expect(await whatWasSeen(app)).toMatchObject({
    registered: true,
    registeredTaken: false,
    keys: 0,
  });
  await pressKeys(screen.display, 'Control+Alt+Space');
  await vi.waitFor(async () => expect((await whatWasSeen(app)).keys).toBe(1), patient);
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
  const second: ChildProcess = spawn(executable, [...args, '--toggle'], { env });
  const [status] = (await once(second, 'exit')) as [number];
  expect(status).toBe(0);
  await vi.waitFor(async () => expect((await whatWasSeen(app)).launches).toHaveLength(1), patient);
  const [launch] = (await whatWasSeen(app)).launches;
  expect(launch?.argv).toContain('--toggle');
  expect(launch).toMatchObject({ cwd: process.cwd(), data: { from: second.pid } });
});

test('when the app ends, or is killed, nothing of it is left', async () => {
  expect(processesOfApp().length).toBeGreaterThan(1);
  await app.close();
  await vi.waitFor(() => expect(processesOfApp()).toEqual([]), patient);
  app = await launch();
  await app.firstWindow();
  app.process().kill('SIGKILL');
  await vi.waitFor(() => expect(processesOfApp()).toEqual([]), patient);
});
