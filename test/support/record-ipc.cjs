/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const { app, ipcMain } = require('electron');

/*
 * Loaded into the main process before the app: records every message between it and its pages,
 * on `globalThis.recordedIpc`, as JSON.
 */
const recorded = (globalThis.recordedIpc = []);

/** @param {'request' | 'answer' | 'broadcast'} kind */
const record = (kind, channel, value) => {
  recorded.push({ kind, channel, json: JSON.stringify(value) });
};

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, handler) => {
  handle(channel, async (event, ...args) => {
    record('request', channel, args);
    const answer = await handler(event, ...args);
    record('answer', channel, answer);
    return answer;
  });
};

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...args) => {
    record('broadcast', channel, args);
    send(channel, ...args);
  };
});
