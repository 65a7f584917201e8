import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from '../start/build.ts';

/** Bundled into the pages, so they are no dependencies of the packaged app. */
const bundled = ['svelte', 'clsx', 'esm-env'].map((name) => `node_modules/${name}`);

const lockfileSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({ dev: v.optional(v.boolean()), link: v.optional(v.boolean()) }),
  ),
});

const manifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
});

/** Also one folder down: a package may contain a library that has a licence of its own. */
const licenceFiles = '{,*/}{licen[cs]e,LICEN[CS]E,License,COPYING,NOTICE}*';

/** Node itself is a tool: nothing of it is packaged. */
const isTool = (folder: string): boolean => /^node_modules\/node-(darwin|linux|win)-/.test(folder);

/** Libraries inside packages that do not have the text of their licence. */
const libraries = {
  'PortAudio, in naudiodon': ['PortAudio.txt'],
  'libuiohook, in uiohook-napi': ['LGPL-3.txt', 'GPL-3.txt'],
};

/**
 * The licences of all packages that are in the packaged app, as one text. Electron brings its own and
 * those of Chromium.
 */
export function thirdPartyLicences(): string {
  const { packages } = readJson(lockfileSchema, 'package-lock.json');
  const shipped = Object.entries(packages)
    .filter(([folder, { dev, link }]) => folder.startsWith('node_modules/') && !dev && !link)
    .map(([folder]) => folder);
  // A package for another system is in the lockfile, but not installed.
  const ofPackages = [...shipped.filter((folder) => !isTool(folder)), ...bundled]
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map(licenceOf);
  const ofLibraries = Object.entries(libraries).map(([name, files]) =>
    entry(name, readAll(join(import.meta.dirname, 'licences'), files)),
  );
  return [...ofPackages, ...ofLibraries].join('\n');
}

function licenceOf(folder: string): string {
  const { name, version, license } = readJson(manifestSchema, join(folder, 'package.json'));
  const files = globSync(licenceFiles, { cwd: join(root, folder) }).sort();
  const kind = license === undefined ? '' : ` (${license})`;
  return entry(`${name} ${version}${kind}`, readAll(join(root, folder), files));
}

const readAll = (folder: string, files: string[]): string[] =>
  files.map((file) => readFileSync(join(folder, file), 'utf8').trim());

const line = '-'.repeat(80);

const entry = (title: string, texts: string[]): string =>
  [line, title, line, ...texts, ''].join('\n');

function readJson<S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(readFileSync(join(root, file), 'utf8')));
}
