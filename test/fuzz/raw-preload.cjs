/* The whole of ipcRenderer's wire for the page: a window of ours that has been taken over. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is no module
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('raw', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
});
