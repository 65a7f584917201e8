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

/* What the app needs from the system: names, keys, clipboard, processes, launches. */

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
});
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

test('powerMonitor passes on sleep, resume and a locked screen', async () => {
  const received = await app.evaluate(({ powerMonitor }) => {
    const events: string[] = [];
    const record = (name: string) => () => events.push(name);
    powerMonitor.on('suspend', record('suspend'));
    powerMonitor.on('resume', record('resume'));
    powerMonitor.on('lock-screen', record('lock-screen'));
    for (const name of ['suspend', 'lock-screen', 'resume']) powerMonitor.emit(name);
    return events;
  });
  expect(received).toEqual(['suspend', 'lock-screen', 'resume']);
});

test('a tray accepts an existing image, a tool tip, clicks, and a menu with items', async () => {
  const image = join(import.meta.dirname, '../../resources/tray/idle.png');
  const seen = await app.evaluate(({ Menu, Tray }, path) => {
    const events: unknown[] = [];
    const tray = new Tray(path);
    tray.on('click', () => events.push('tray'));
    const menu = Menu.buildFromTemplate([
      { label: 'Words', enabled: false },
      { type: 'separator' },
      { label: 'Open', click: ({ label }) => events.push(label) },
    ]);
    tray.setImage(path);
    tray.setToolTip('A tip');
    tray.setContextMenu(menu);
    events.push(menu.items.map(({ type, enabled }) => [type, enabled]));
    menu.items[2]?.click();
    tray.emit('click');
    tray.destroy();
    events.push(tray.isDestroyed());
    try {
      return [...events, new Tray(`${path}.none`)];
    } catch (error) {
      return [
        ...events,
        error instanceof Error && error.message.startsWith('Failed to load image'),
      ];
    }
  }, image);
  expect(seen).toEqual([
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

test('a global shortcut fires on a real key, and fails to register if another program has it', async () => {
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

test("the clipboard is the desktop's", async () => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('größer 語'));
  const { stdout } = spawnSync('xclip', ['-selection', 'clipboard', '-out'], { env });
  expect(stdout.toString()).toBe('größer 語');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('größer 語');
});

test('a utility process answers, preserves types and reports its exit status', async () => {
  const answers = await app.evaluate(async ({ app, utilityProcess }) => {
    const child = utilityProcess.fork(`${app.getAppPath()}/utility.js`, [], { stdio: 'pipe' });
    const next = <T>(event: 'message' | 'exit') =>
      new Promise<T>((resolve) => child.once(event as 'message', resolve));
    child.postMessage({ bytes: Buffer.from([1, 2]) });
    const { type, data } = await next<{ type: string; data: { bytes: Uint8Array } }>('message');
    const exited = next<number>('exit');
    child.postMessage({ exit: 7 });
    return [type, data.bytes.constructor.name, [...data.bytes], await exited];
  });
  expect(answers).toEqual(['utility', 'Uint8Array', [1, 2], 7]);
});

test('a second launch notifies the first instance and ends', async () => {
  const second: ChildProcess = spawn(executable, [...args, '--toggle'], { env });
  const [status] = (await once(second, 'exit')) as [number];
  expect(status).toBe(0);
  await vi.waitFor(async () => expect((await whatWasSeen(app)).launches).toHaveLength(1), patient);
  const [launch] = (await whatWasSeen(app)).launches;
  expect(launch?.argv).toContain('--toggle');
  expect(launch).toMatchObject({ cwd: process.cwd(), data: { from: second.pid } });
});

test('no process of the app is left after it quits or is killed', async () => {
  expect(processesOfApp().length).toBeGreaterThan(1);
  await app.close();
  await vi.waitFor(() => expect(processesOfApp()).toEqual([]), patient);
  app = await launch();
  await app.firstWindow();
  app.process().kill('SIGKILL');
  await vi.waitFor(() => expect(processesOfApp()).toEqual([]), patient);
});
