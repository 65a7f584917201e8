/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const { Tray } = require('electron');

/*
 * Loaded into the main process before the app: what the tray was last given is on
 * `globalThis.recordedTray`, because Electron does not tell.
 */
const recorded = (globalThis.recordedTray = { tray: null, image: '', toolTip: '', menu: null });

for (const [method, name] of [
  ['setImage', 'image'],
  ['setToolTip', 'toolTip'],
  ['setContextMenu', 'menu'],
]) {
  const original = Tray.prototype[method];
  Tray.prototype[method] = function (value) {
    recorded.tray = this;
    recorded[name] = value;
    return original.call(this, value);
  };
}
