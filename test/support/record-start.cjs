/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const { app, globalShortcut, Tray } = require('electron');

/*
 * Loaded into the main process before the app: the order in which it takes its shortcuts and makes
 * its windows and its icon in the tray, and shows its windows, on `globalThis.recordedStart`.
 */
const recorded = (globalThis.recordedStart = []);

const register = globalShortcut.register.bind(globalShortcut);
globalShortcut.register = (accelerator, callback) => {
  recorded.push('shortcut');
  return register(accelerator, callback);
};
app.on('browser-window-created', (_event, window) => {
  recorded.push('window');
  window.once('ready-to-show', () => recorded.push(`${window.getTitle()} can be shown`));
  window.once('show', () => recorded.push(`${window.getTitle()} is shown`));
});
const setImage = Tray.prototype.setImage;
Tray.prototype.setImage = function (image) {
  recorded.push('tray');
  return setImage.call(this, image);
};
