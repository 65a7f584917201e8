import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { launchArguments } from './launch-arguments.ts';

interface PackageJson {
  name?: string;
  productName?: string;
  version?: string;
}

const entry = resolve(launchArguments.entry);
const isFolder = existsSync(entry) && statSync(entry).isDirectory();

/** As in Electron, a script without a package has neither a name nor a version. */
const packageJson: PackageJson = isFolder
  ? (JSON.parse(readFileSync(join(entry, 'package.json'), 'utf8')) as PackageJson)
  : { name: 'Electron', version: process.versions.electron };

export const appFolder = isFolder ? entry : dirname(entry);
export const appVersion = packageJson.version ?? '0.0.0';

/** The app's name and folders, which the app can change. */
export class AppPaths {
  name = packageJson.productName ?? packageJson.name ?? 'Electron';
  readonly #chosen = new Map<string, string>();

  constructor() {
    const userData = launchArguments.switches.get('user-data-dir');
    if (userData) this.#chosen.set('userData', resolve(userData));
  }

  get(name: string): string {
    const path = this.#chosen.get(name) ?? this.#usual(name);
    if (path === undefined)
      throw new Error(`electron stand-in: app.getPath('${name}') is not implemented`);
    return path;
  }

  set(name: string, path: string): void {
    this.#chosen.set(name, path);
  }

  #usual(name: string): string | undefined {
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
      case 'userData':
        return join(this.get('appData'), this.name);
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      default:
        return undefined;
    }
  }
}
