import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, globalShortcut, ipcMain, net, protocol, session } from 'electron';

/* A small app that uses the parts of Electron that CaptionKey uses. Tests read it with `evaluate`. */
const folder = import.meta.dirname;
const seen = { launches: [], navigations: [], opened: [], keys: 0, closes: 0, ipc: [] };
globalThis.seen = seen;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (!app.requestSingleInstanceLock({ from: process.pid })) app.quit();
else void app.whenReady().then(start);

app.on('second-instance', (_event, argv, cwd, data) => seen.launches.push({ argv, cwd, data }));
app.on('window-all-closed', () => undefined);
app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => {
    seen.navigations.push(event.url);
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
});

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new TypeError('nope');
});
ipcMain.handle('frame', ({ sender, senderFrame }) => ({
  isMain: senderFrame === sender.mainFrame,
  url: senderFrame.url,
}));
ipcMain.on('note', (event, value) => {
  seen.ipc.push(value);
  event.sender.send('noted', value * 2);
});

async function start() {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
  protocol.handle('app', async (request) => {
    const file = join(folder, 'pages', new URL(request.url).pathname);
    const response = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', "default-src 'none'; script-src 'self'");
    return new Response(response.body, { headers });
  });
  seen.registered = globalShortcut.register('Control+Alt+Space', () => (seen.keys += 1));
  seen.registeredTaken = globalShortcut.register('Control+Alt+T', () => undefined);

  const webPreferences = {
    preload: join(folder, 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  };
  const floating = new BrowserWindow({
    width: 500,
    height: 100,
    x: 100,
    y: 300,
    title: 'Floating',
    show: false,
    frame: false,
    transparent: true,
    focusable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    type: 'toolbar',
    webPreferences,
  });
  await floating.loadURL('app://conformance/floating.html');
  floating.showInactive();
  globalThis.floating = floating;

  globalThis.openPanel = async (show) => {
    const panel = new BrowserWindow({ width: 400, height: 300, show: false, webPreferences });
    panel.on('close', (event) => {
      seen.closes += 1;
      if (seen.keepsOpen) event.preventDefault();
    });
    const isPainted = new Promise((resolve) => panel.once('ready-to-show', resolve));
    await panel.loadURL('app://conformance/panel.html');
    await isPainted;
    if (show) panel.show();
    globalThis.panel = panel;
  };
}
