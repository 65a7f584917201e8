import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../tools/package/build-deb.ts';
import { root } from '../tools/start/build.ts';

/** What is packaged beside Electron: the app, its packages, the addons and the recording. */
const appSizeLimitBytes = 7_000_000;

/** Every package that main and its processes load, with what these load in turn. */
const packages = [
  '@alexanderolsen/libsamplerate-js',
  '@jellybrick/dbus-next',
  '@nodable/entities',
  'agent-base',
  'ajv',
  'ajv-formats',
  'anynum',
  'atomically',
  'bindings',
  'conf',
  'debounce-fn',
  'debug',
  'dot-prop',
  'electron-store',
  'env-paths',
  'fast-deep-equal',
  'fast-uri',
  'fast-xml-builder',
  'fast-xml-parser',
  'file-uri-to-path',
  'https-proxy-agent',
  'is-safe-filename',
  'is-unsafe',
  'json-schema-traverse',
  'json-schema-typed',
  'mimic-function',
  'ms',
  'naudiodon',
  'node-gyp-build',
  'path-expression-matcher',
  'proxy-agent-negotiate',
  'proxy-from-env',
  'require-from-string',
  'rotating-file-stream',
  'segfault-handler',
  'semver',
  'strnum',
  'stubborn-fs',
  'stubborn-utils',
  'subsrt-ts',
  'tagged-tag',
  'type-fest',
  'uint8array-extras',
  'uiohook-napi',
  'valibot',
  'wavefile',
  'when-exit',
  'ws',
  'x11',
  'xml-naming',
];

const ownFiles = [
  /^package\.json$/,
  /^out\/main\/(index|capture|key-watch|store|wayland|x11-insertion|gnome-clipboard|windows-insertion|demo-server)\.js$/,
  /^out\/main\/chunks\/[\w-]+(\.electron[\w-]*)?\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(captions|pill|panel|doctor)\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(js|css)$/,
];

const packageFile = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/;
/** Code and data that code loads; nothing to read, to test or to compile. */
const packageContent = /^(?!(test|tests|spec|benchmark|docs|examples?)\/).*\.(js|cjs|mjs|json)$/;
const audioAddonContent =
  /^(index\.js|package\.json|build\/Release\/(naudiodon\.node|libportaudio\.so\.2))$/;
const keyAddon = `prebuilds/linux-${process.arch}/uiohook-napi.node`;

const folder = mkdtempSync(join(tmpdir(), 'captionkey-package-'));
const packaged = join(folder, 'linux-unpacked');
const resources = join(packaged, 'resources');
const archive = join(resources, 'app.asar');
const desktopFile = 'usr/share/applications/io.github.captionkey.CaptionKey.desktop';
const run = promisify(execFile);

const listFiles = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );

/** The archive's files, whether they lie in it or beside it. */
const archived = (): string[] => {
  const entries = listPackage(archive, { isPack: false }).map((name) => name.slice(1));
  return entries.filter((name) => !entries.some((other) => other.startsWith(`${name}/`)));
};

describe('a package for Linux', () => {
  let deb: string;

  beforeAll(async () => {
    ({ deb } = await buildDeb(folder));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('contains the app’s built files and no other files of the project', () => {
    const own = archived().filter((name) => !packageFile.test(name));
    expect(own.filter((name) => !ownFiles.some((pattern) => pattern.test(name)))).toEqual([]);
    for (const pattern of ownFiles) expect(own.some((name) => pattern.test(name))).toBe(true);
  });

  test('contains only the code of the packages it loads', () => {
    const files = archived().flatMap((name) => {
      const [, owner, path] = packageFile.exec(name) ?? [];
      return owner === undefined || path === undefined ? [] : [{ owner, path }];
    });
    expect([...new Set(files.map(({ owner }) => owner))].sort()).toEqual(packages);
    const unwanted = files.filter(({ owner, path }) =>
      owner === 'naudiodon'
        ? !audioAddonContent.test(path)
        : !packageContent.test(path) && path !== keyAddon,
    );
    expect(unwanted).toEqual([]);
  });

  test('has only the addons and the recording outside the archive', () => {
    expect(readdirSync(resources).sort()).toEqual([
      'THIRD-PARTY-LICENCES.txt',
      'app.asar',
      'app.asar.unpacked',
      'apparmor-profile',
      'resources',
    ]);
    expect(listFiles(join(resources, 'app.asar.unpacked')).sort()).toEqual([
      'node_modules/naudiodon/build/Release/libportaudio.so.2',
      'node_modules/naudiodon/build/Release/naudiodon.node',
      'node_modules/naudiodon/index.js',
      'node_modules/naudiodon/package.json',
      'node_modules/uiohook-napi/dist/index.js',
      'node_modules/uiohook-napi/package.json',
      `node_modules/uiohook-napi/${keyAddon}`,
    ]);
    expect(listFiles(join(resources, 'resources')).sort()).toEqual([
      'demo/README.md',
      'demo/recording.wav',
      'demo/words.json',
      ...['idle', 'idleTemplate', 'listening', 'listeningTemplate'].flatMap((name) => [
        `tray/${name}.png`,
        `tray/${name}@2x.png`,
      ]),
    ]);
    expect(readdirSync(join(packaged, 'locales'))).toEqual(['en-US.pak']);
  });

  test('loads its packages from where they are packaged', async () => {
    const extracted = join(folder, 'extracted');
    extractAll(archive, extracted);
    // electron-store is a thin layer over conf, for which it needs Electron.
    const names = ['@jellybrick/dbus-next', 'conf', 'https-proxy-agent', 'naudiodon'];
    names.push('rotating-file-stream', 'subsrt-ts', 'wavefile', 'ws', 'x11');
    const load = names.map((name) => `import '${name}'`);
    await run(process.execPath, ['--input-type=module', '-e', load.join(';')], {
      cwd: extracted,
    });
  });

  test('loads the audio addon with the library packaged beside it', async () => {
    const release = join(resources, 'app.asar.unpacked/node_modules/naudiodon/build/Release');
    const program = `
      const { getDevices } = require(${JSON.stringify(join(release, 'naudiodon.node'))});
      const libraries = process.report.getReport().sharedObjects;
      process.send({ devices: getDevices(), libraries });`;
    const child = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const answer: unknown = await Promise.race([
      once(child, 'message').then(([message]: unknown[]) => message),
      once(child, 'close').then(() => 'the child ended without an answer'),
    ]);
    const { libraries } = v.parse(
      v.object({
        devices: v.array(v.object({ name: v.string() })),
        libraries: v.array(v.string()),
      }),
      answer,
    );
    expect(libraries.filter((library) => library.includes('libportaudio'))).toEqual([
      join(release, 'libportaudio.so.2'),
    ]);
  });

  test('contains no folder name of the machine that built it', () => {
    const naming = listFiles(resources).filter((name) =>
      readFileSync(join(resources, name)).includes(root),
    );
    expect(naming).toEqual([]);
  });

  test('runs only its own code: every fuse is set', async () => {
    const fuses = await getCurrentFuseWire(join(packaged, 'captionkey'));
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    });
  });

  test('names its .desktop file to Electron', () => {
    expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
      desktopName: 'io.github.captionkey.CaptionKey.desktop',
    });
  });

  test('has the licence of every package in it, and of what the pages bundle', () => {
    const licences = readFileSync(join(resources, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    const versionOf = (name: string): string => {
      const manifest: unknown = JSON.parse(
        readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
      );
      const { name: own, version } = v.parse(
        v.object({ name: v.string(), version: v.string() }),
        manifest,
      );
      return `${own} ${version}`;
    };
    const nestedOrOurs = ['agent-base', 'env-paths', 'segfault-handler'];
    const shipped = packages.filter((name) => !nestedOrOurs.includes(name));
    for (const name of [...shipped, 'svelte']) expect(licences).toContain(`\n${versionOf(name)}`);
    // libuiohook has another licence than the package that it is in.
    expect(licences).toMatch(/libuiohook.*\n-+\n\s*GNU LESSER GENERAL PUBLIC LICENSE/);
  });

  test('as a deb depends on what is loaded, recommends what Wayland needs, and starts the app', async () => {
    const fields = (await run('dpkg-deb', ['--field', deb])).stdout;
    expect(fields).toMatch(/^Package: captionkey$/m);
    expect(fields).toMatch(/^Depends: .*libasound2.*libgtk-3-0.*libxtst6/m);
    expect(fields).toMatch(/^Recommends: pulseaudio-utils, xdg-desktop-portal$/m);
    const installed = join(folder, 'installed');
    await run('dpkg-deb', ['--extract', deb, installed]);
    const entry = readFileSync(join(installed, desktopFile), 'utf8');
    expect(entry).toContain('\nStartupWMClass=io.github.captionkey.CaptionKey\n');
    const program = /^Exec=(\S+)/m.exec(entry)?.[1] ?? '';
    expect(statSync(join(installed, program)).mode & 0o111).toBe(0o111);
    expect(readdirSync(installed)).toEqual(['opt', 'usr']);
  });

  test('adds less than 7 MB to Electron', () => {
    const sizeBytes = listFiles(resources).reduce(
      (total, name) => total + statSync(join(resources, name)).size,
      0,
    );
    console.log(`The app part of the package takes ${(sizeBytes / 1e6).toFixed(1)} MB.`);
    expect(sizeBytes).toBeLessThan(appSizeLimitBytes);
  });
});
