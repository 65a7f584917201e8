import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path';
import ts from 'typescript';
import type { Zone } from './zones.ts';

/** The files that each file imports, types included; paths from the root of the project. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const sources = '{electron,shared,renderer,tools,test,bench}/**/*.{ts,mjs,svelte}';

/** Reads the imports of every source file. */
export function readImports(root: string): Imports {
  const files = globSync(sources, { cwd: root }).filter((file) => !file.includes('node_modules'));
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function importsOf(root: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(
    scriptOf(readFileSync(join(root, file), 'utf8'), file),
  );
  return importedFiles.flatMap(({ fileName }) => {
    const path = pathOf(file, fileName);
    return path !== null && existsSync(join(root, path)) ? [path] : [];
  });
}

/** TypeScript does not read markup. */
const scriptOf = (text: string, file: string): string =>
  file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n')
    : text;

/** Null for a package. */
function pathOf(importer: string, specifier: string): string | null {
  const [path = ''] = specifier.split('?');
  if (path.startsWith('.')) return join(dirname(importer), path);
  if (path.startsWith('#core/')) return join('electron/core', path.slice('#core/'.length));
  if (path.startsWith('#shared/')) return join('shared', path.slice('#shared/'.length));
  return null;
}

/** The imports that a zone forbids, as pairs of files. */
export function importsAgainst({ target, from, except = [] }: Zone, imports: Imports): string[][] {
  const targets = [target].flat();
  const allowed = from.flatMap((folder) => except.map((inside) => join(folder, inside)));
  return [...imports]
    .filter(([file]) => isInAny(targets, file))
    .flatMap(([file, imported]) => imported.map((path) => [file, path]))
    .filter(([, path = '']) => isInAny(from, path) && !isInAny(allowed, path));
}

/** @param places folders or globs */
const isInAny = (places: readonly string[], file: string): boolean =>
  places
    .map(normalize)
    .some((place) =>
      place.includes('*') ? matchesGlob(file, place) : file.startsWith(`${place}/`),
    );

/** One circle of imports, as the files on it, or null if there is none. */
export function findCycle(imports: Imports): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (file: string): string[] | null => {
    const index = path.indexOf(file);
    if (index >= 0) return [...path.slice(index), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const imported of imports.get(file) ?? []) {
      const cycle = visit(imported);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };

  for (const file of imports.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}
