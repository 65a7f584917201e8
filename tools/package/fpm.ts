#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * Builds a .deb with dpkg-deb, from the arguments that electron-builder gives to fpm. It replaces
 * fpm on a machine that cannot download it: electron-builder still decides what is in the package.
 */
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ 'input-type': { ...text, short: 's' }, 'output-type': { ...text, short: 't' } },
    ...{ force: { type: 'boolean' }, category: text, license: text, vendor: text },
    ...{ name: text, version: text, architecture: text, maintainer: text, url: text },
    ...{ description: text, package: text, 'after-install': text, 'after-remove': text },
    ...{ 'deb-priority': text, 'deb-compression': text },
    depends: { ...text, short: 'd', multiple: true },
    'deb-recommends': { ...text, multiple: true },
  },
});

function required(name: 'name' | 'version' | 'architecture' | 'package' | 'maintainer'): string {
  const value = values[name];
  if (value === undefined) throw new Error(`electron-builder gave no --${name}.`);
  return value;
}

if (values['output-type'] !== 'deb') throw new Error('Only deb packages can be built without fpm.');
const tree = mkdtempSync(join(tmpdir(), 'captionkey-deb-'));
// It stands for the root of the system, which everybody can read.
chmodSync(tree, 0o755);
try {
  for (const positional of positionals) copyInto(tree, positional);
  writeControl(tree);
  const options = ['--root-owner-group', '-Zgzip', '-z1', '--build'];
  execFileSync('dpkg-deb', [...options, tree, required('package')]);
} finally {
  rmSync(tree, { recursive: true });
}

/** @param positional `SOURCE=DESTINATION`; a source that ends with `/` is a folder's content */
function copyInto(folder: string, positional: string): void {
  const at = positional.lastIndexOf('=');
  const destination = join(folder, positional.slice(at + 1));
  mkdirSync(dirname(destination), { recursive: true });
  cpSync(positional.slice(0, at), destination, { recursive: true, verbatimSymlinks: true });
}

function writeControl(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const sizeKb = Math.ceil(files.reduce((sum, path) => sum + statSync(path).size, 0) / 1024);
  const fields = {
    Package: required('name'),
    Version: required('version'),
    Architecture: required('architecture'),
    Maintainer: required('maintainer'),
    'Installed-Size': String(sizeKb),
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: values.category ?? 'default',
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: values.description?.trim().replaceAll(/\n\s*/g, '\n '),
  };
  const control = join(folder, 'DEBIAN');
  mkdirSync(control, { mode: 0o755 });
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\n`],
  );
  writeFileSync(join(control, 'control'), lines.join(''));
  const sums = files.map((path) => {
    const sum = createHash('md5').update(readFileSync(path)).digest('hex');
    return `${sum}  ${relative(folder, path)}\n`;
  });
  writeFileSync(join(control, 'md5sums'), sums.join(''));
  for (const [script, name] of [
    [values['after-install'], 'postinst'],
    [values['after-remove'], 'postrm'],
  ] as const)
    if (script !== undefined)
      writeFileSync(join(control, name), readFileSync(script), { mode: 0o755 });
}
