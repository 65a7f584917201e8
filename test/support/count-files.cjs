/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

/*
 * Loaded into the main process before the app: appends the path of every file that its main thread
 * opens or reads to the file that OPENED_FILES names. Each line is written through the
 * original functions, so it does not count itself.
 */
const list = process.env.OPENED_FILES;
const { appendFileSync } = fs;
let isOwn = false;

const note = (path) => {
  if (isOwn || typeof path === 'number') return;
  isOwn = true;
  appendFileSync(list, `${String(path?.path ?? path)}\n`);
  isOwn = false;
};

const wrap = (owner, name) => {
  const original = owner[name];
  owner[name] = function (path, ...rest) {
    note(path);
    return original.call(this, path, ...rest);
  };
};

for (const name of ['openSync', 'readFileSync', 'open', 'readFile', 'createReadStream'])
  wrap(fs, name);
for (const name of ['open', 'readFile']) wrap(fs.promises, name);
syncBuiltinESMExports();
