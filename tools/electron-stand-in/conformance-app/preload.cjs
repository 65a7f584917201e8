// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is no module
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('api', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  missing: () => ipcRenderer.invoke('missing'),
  frame: () => ipcRenderer.invoke('frame'),
  note: (value) => ipcRenderer.send('note', value),
  onNoted: (callback) => {
    const listener = (_event, value) => callback(value);
    ipcRenderer.on('noted', listener);
    return () => void ipcRenderer.off('noted', listener);
  },
  boom: () => {
    throw new Error('from the preload');
  },
});
