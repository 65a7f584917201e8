import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { startDisplay } from '../desktop-harness/display.ts';
import { buildWhenStale, root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { buildDeb } from './build-deb.ts';
import { Debian } from './debian.ts';

/*
 * Builds the deb, installs it in a fresh Debian, starts it as its .desktop entry does, and removes
 * it. The stand-in takes Electron's place when it starts, outside of that Debian.
 */
const execute = promisify(execFile);
const id = 'io.github.captionkey.CaptionKey';
const entryPath = `/usr/share/applications/${id}.desktop`;
const userFile = '/home/person/.config/CaptionKey/settings.json';
/** What the demo recording begins with. */
const firstWords = 'Hold a key';

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  say(
    'skipped: only root on Debian can make a fresh Debian in a folder. No package was installed.',
  );
  process.exit(0);
}

function expect(isSo: boolean, what: string): void {
  console.log(`${isSo ? 'ok' : 'FAILED'}: ${what}`);
  if (!isSo) process.exitCode = 1;
}

buildWhenStale();
const folder = mkdtempSync(join(tmpdir(), 'captionkey-check-'));
let debian: Debian | null = null;
try {
  say('building the deb…');
  const { deb } = await buildDeb(folder);
  say('making a fresh Debian (first time: two minutes)…');
  debian = await Debian.make(join(folder, 'debian'));
  await check(debian, deb);
} finally {
  debian?.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function check(system: Debian, deb: string): Promise<void> {
  copyFileSync(deb, join(system.folder, 'captionkey.deb'));
  mkdirSync(join(system.folder, userFile, '..'), { recursive: true });
  writeFileSync(join(system.folder, userFile), '{}');
  const { stdout: depends } = await execute('dpkg-deb', ['--field', deb, 'Depends']);
  await system.run('apt-get', 'satisfy', '--yes', '--no-install-recommends', depends.trim());
  const before = await system.paths();

  await system.run('dpkg', '--install', '/captionkey.deb');
  const status = await system.run('dpkg-query', '--show', '--showformat=${Status}', 'captionkey');
  expect(status === 'install ok installed', 'dpkg installs it with its dependencies only');
  await checkLibraries(system);
  await checkEntry(system);

  await system.run('apt-get', 'purge', '--yes', 'captionkey');
  const known = new Set(before);
  const left = (await system.paths()).filter((path) => !known.has(path));
  expect(left.length === 0, `removal leaves nothing${left.map((path) => `\n  ${path}`).join('')}`);
  const isKept = readFileSync(join(system.folder, userFile), 'utf8') === '{}';
  expect(isKept, "removal leaves the person's own files");
}

async function checkLibraries(system: Debian): Promise<void> {
  const found = await system.run('find', '/opt/CaptionKey', '-name', '*.node');
  const addons = found.trim().split('\n');
  const linked = await Promise.all(addons.map((addon) => system.run('ldd', addon)));
  const missing = linked.join('').match(/.*not found/g) ?? [];
  expect(
    addons.length === 2 && missing.length === 0,
    `both addons find their libraries${missing.join('')}`,
  );
}

async function checkEntry(system: Debian): Promise<void> {
  const entry = join(system.folder, entryPath);
  const invalid = await execute('desktop-file-validate', [entry]).then(
    () => '',
    (error: unknown) => String(error),
  );
  expect(invalid === '', `${id}.desktop is valid${invalid}`);
  const text = readFileSync(entry, 'utf8');
  const command = /^Exec=(.*)$/m.exec(text)?.[1] ?? '';
  const icon = /^Icon=(.*)$/m.exec(text)?.[1] ?? '';
  const icons = await system.run('find', '/usr/share/icons', '-name', `${icon}.png`);
  expect(icons.includes('/128x128/'), 'its icon is installed');
  expect((await start(system, command)).includes(firstWords), 'its command starts the app');
}

/** Starts the installed app on the stand-in, with the demo recording, and returns what it prints. */
async function start(system: Debian, command: string): Promise<string> {
  const [program = '', ...switches] = command.split(' ').filter((word) => word !== '%U');
  const app = join(folder, 'app');
  extractAll(join(system.folder, '/opt/CaptionKey/resources/app.asar'), app);
  // Beside the packaged app are its resources; the stand-in looks for them inside.
  await execute('cp', ['-r', join(system.folder, '/opt/CaptionKey/resources/resources'), app]);
  const display = await startDisplay({ width: 1280, height: 800 });
  const env = {
    ...process.env,
    ...display.env,
    CAPTIONKEY_RUNTIME: join(root, 'tools/electron-stand-in/dist/electron'),
    CAPTIONKEY_APP: app,
  };
  const demo = [
    '--no-sandbox',
    '--demo',
    '--print',
    `--user-data-dir=${join(folder, 'user-data')}`,
  ];
  const started = execute(join(system.folder, program), [...switches, ...demo], { env });
  const printed = await started.catch((error: unknown) => ({ stdout: String(error) }));
  await display.stop();
  return printed.stdout;
}
