/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const { EventEmitter } = require('node:events');

/*
 * Loaded into the main process before the app: every third release that the key watch tells gets
 * lost on its way. How many were lost is in `globalThis.lostReleases`.
 */
let releases = 0;
globalThis.lostReleases = 0;

/** One message may be told by two emitters, where one passes on what the other has heard. */
const passedOn = new WeakSet();

const emit = EventEmitter.prototype.emit;
EventEmitter.prototype.emit = function (event, ...args) {
  const [message] = args;
  if (event === 'message' && message?.type === 'release' && !passedOn.has(message)) {
    releases += 1;
    if (releases % 3 === 0) {
      globalThis.lostReleases += 1;
      return true;
    }
    passedOn.add(message);
  }
  return emit.call(this, event, ...args);
};
