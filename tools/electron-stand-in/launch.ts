import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchArguments } from './app/launch-arguments.ts';

/*
 * Replaces Electron's executable:
 * `electron [-r module] [--inspect=port] [--switches] <app> [arguments]`.
 */
const require = createRequire(import.meta.url);
const { version } = require('electron/package.json') as { version: string };
const { modules, inspectPort, entry, wantsVersion } = launchArguments;

if (wantsVersion) {
  console.log(`v${version}`);
  process.exit();
}

const define = (object: object, key: string, value: unknown): void => {
  Object.defineProperty(object, key, { value, configurable: true, enumerable: true });
};
define(process, 'versions', { ...process.versions, electron: version });
define(process, 'type', 'browser');
define(process, 'defaultApp', true);
define(process, 'resourcesPath', resolve(import.meta.dirname, 'resources'));
process.argv = [process.execPath, ...launchArguments.all];

const electronUrl = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: electronUrl, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

/** The file to run: for a folder, the `main` of its package.json. */
const mainFile = (path: string): string => {
  if (!statSync(path).isDirectory()) return path;
  const { main } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    main?: string;
  };
  return resolve(path, main ?? 'index.js');
};

if (inspectPort !== undefined) inspector.open(inspectPort);
for (const module of modules) createRequire(join(process.cwd(), '-'))(module);
const { becomeReady } = await import('./app/app.ts');
try {
  await import(pathToFileURL(mainFile(resolve(entry))).href);
} catch (error) {
  console.error(`Cannot start ${dirname(resolve(entry))}:`, error);
  process.exit(1);
}
// Electron waits for the main script, so that it can set paths and switches before it is ready.
becomeReady();
