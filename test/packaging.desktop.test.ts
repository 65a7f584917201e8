import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FuseState, SENTINEL } from '@electron/fuses/dist/constants.js';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../tools/start/build.ts';

/** What is packaged beside Electron: the app, its packages, the addons and the recording. */
const appSizeLimitBytes = 7_000_000;

/** Every package that main and its processes load, with what these load in turn. */
const packages = [
  '@alexanderolsen/libsamplerate-js',
  'agent-base',
  'ajv',
  'ajv-formats',
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
  'file-uri-to-path',
  'https-proxy-agent',
  'is-safe-filename',
  'json-schema-traverse',
  'json-schema-typed',
  'mimic-function',
  'ms',
  'naudiodon',
  'node-gyp-build',
  'proxy-agent-negotiate',
  'proxy-from-env',
  'require-from-string',
  'rotating-file-stream',
  'segfault-handler',
  'semver',
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
];

const ownFiles = [
  /^package\.json$/,
  /^out\/main\/(index|capture|key-watch|store|wayland|x11-delivery|demo-server)\.js$/,
  /^out\/main\/chunks\/[\w-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(captions|panel)\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(js|css)$/,
];

const packageFile = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/;
/** Code, data that code loads, and licences; nothing to read, to test or to compile. */
const packageContent = /^(?!(test|tests|spec|benchmark|docs|examples?)\/).*\.(js|cjs|mjs|json)$/;
const licence = /^licen[cs]e(-\w+)?(\.(md|txt))?$/i;
const audioAddonContent =
  /^(index\.js|package\.json|LICENSE|build\/Release\/(naudiodon\.node|libportaudio\.so\.2))$/;
const keyAddon = `prebuilds/linux-${process.arch}/uiohook-napi.node`;

/** As Electron is delivered: each fuse that we set stands the other way. */
const deliveredFuses = [
  FuseState.ENABLE,
  FuseState.DISABLE,
  FuseState.ENABLE,
  FuseState.ENABLE,
  FuseState.DISABLE,
  FuseState.DISABLE,
  FuseState.DISABLE,
  FuseState.ENABLE,
];

const folder = mkdtempSync(join(tmpdir(), 'captionkey-package-'));
const packaged = join(folder, 'linux-unpacked');
const resources = join(packaged, 'resources');
const archive = join(resources, 'app.asar');

/** A folder with what electron-builder touches of Electron, which cannot be had everywhere. */
function makeElectronFolder(): string {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  for (const locale of ['de', 'en-US', 'fr']) {
    writeFileSync(join(electron, 'locales', `${locale}.pak`), '');
  }
  const wire = Buffer.from([1, deliveredFuses.length, ...deliveredFuses]);
  writeFileSync(join(electron, 'electron'), Buffer.concat([Buffer.from(SENTINEL), wire]), {
    mode: 0o755,
  });
  return electron;
}

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
  beforeAll(async () => {
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        '--linux',
        'dir',
        `-c.electronDist=${makeElectronFolder()}`,
        `-c.directories.output=${folder}`,
      ],
      { cwd: root },
    );
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('holds our built files and no others of ours', () => {
    const own = archived().filter((name) => !packageFile.test(name));
    expect(own.filter((name) => !ownFiles.some((pattern) => pattern.test(name)))).toEqual([]);
    for (const pattern of ownFiles) expect(own.some((name) => pattern.test(name))).toBe(true);
  });

  test('holds the packages it loads, of them only code and licences', () => {
    const files = archived().flatMap((name) => {
      const [, owner, path] = packageFile.exec(name) ?? [];
      return owner === undefined || path === undefined ? [] : [{ owner, path }];
    });
    expect([...new Set(files.map(({ owner }) => owner))].sort()).toEqual(packages);
    const unwanted = files.filter(({ owner, path }) =>
      owner === 'naudiodon'
        ? !audioAddonContent.test(path)
        : !packageContent.test(path) && !licence.test(path) && path !== keyAddon,
    );
    expect(unwanted).toEqual([]);
  });

  test('has the addons, the recording and nothing else outside the archive', () => {
    expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked', 'resources']);
    expect(listFiles(join(resources, 'app.asar.unpacked')).sort()).toEqual([
      'node_modules/naudiodon/LICENSE',
      'node_modules/naudiodon/build/Release/libportaudio.so.2',
      'node_modules/naudiodon/build/Release/naudiodon.node',
      'node_modules/naudiodon/index.js',
      'node_modules/naudiodon/package.json',
      'node_modules/uiohook-napi/LICENSE',
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
    const load = ['conf', 'valibot', 'wavefile', 'ws', 'x11', 'naudiodon'].map(
      (name) => `import '${name}'`,
    );
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', load.join(';')], {
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

  test('names no folder of the machine it was built on', () => {
    const naming = listFiles(resources).filter((name) =>
      readFileSync(join(resources, name)).includes(root),
    );
    expect(naming).toEqual([]);
  });

  test('runs nothing but itself: every fuse is set', async () => {
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

  test('tells Electron the name of its .desktop file', () => {
    expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
      desktopName: 'io.github.captionkey.CaptionKey.desktop',
    });
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
