import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../start/build.ts';

/**
 * The name of a test file says what it needs:
 * - `*.test.ts` needs Node only, so that it runs on every system;
 * - `*.browser.test.ts` needs Chromium, and runs inside it;
 * - `*.desktop.test.ts` needs Linux and the programs that the desktop harness starts;
 * - `*.spec.ts` in `test/e2e` runs the whole app;
 * - `*.wayland.test.ts`, and `*.spec.ts` in `test/wayland`, need a compositor and run by
 *   `npm run test:wayland`;
 * - `*.wine.test.ts` runs programs for Windows on Wine, by `npm run test:windows`.
 */
export type Lane = 'unit' | 'browser' | 'desktop' | 'e2e' | 'wayland' | 'wine';

/** All test files, as paths below the root with `/`. */
export const testFiles = (): string[] =>
  globSync('{electron,renderer,shared,tools,bench,test}/**/*.{test,spec}.ts', { cwd: root }).map(
    (file) => file.split(sep).join('/'),
  );

export function laneOf(file: string): Lane {
  if (file.endsWith('.wine.test.ts')) return 'wine';
  if (file.endsWith('.wayland.test.ts') || file.startsWith('test/wayland/')) return 'wayland';
  if (file.endsWith('.spec.ts')) return 'e2e';
  if (file.endsWith('.browser.test.ts')) return 'browser';
  return file.endsWith('.desktop.test.ts') ? 'desktop' : 'unit';
}

const inBrowser = (name: string): boolean =>
  name === 'vitest-browser-svelte' || name === 'vitest/browser' || name.endsWith('.svelte');

const nativeOrDisplay = ['playwright', 'koffi', 'naudiodon', 'uiohook-napi', 'x11'];

const onDesktop = (name: string): boolean =>
  nativeOrDisplay.includes(name) || name.startsWith('tools/desktop-harness/');

const startsPrograms = (name: string): boolean => name === 'node:child_process';

/** Why a test file's name gives the wrong lane; null if the lane is right. */
export function misplacement(file: string): string | null {
  const reached = [...importsOf(file)];
  const lane = laneOf(file);
  if (lane === 'unit') {
    const needed = reached.find((name) => inBrowser(name) || onDesktop(name));
    return needed === undefined ? null : `needs ${needed}, which its name does not say`;
  }
  if (lane === 'browser') {
    if (!file.startsWith('renderer/')) return 'is outside of renderer/, and would not be run';
    const needed = reached.find(onDesktop);
    return needed === undefined ? null : `needs ${needed}, which a page cannot have`;
  }
  if (lane === 'e2e') return file.startsWith('test/e2e/') ? null : 'is outside of test/e2e/';
  const isOnDesktop = reached.some((name) => onDesktop(name) || startsPrograms(name));
  return isOnDesktop ? null : 'needs no desktop, but its name says so';
}

/**
 * Everything that a file imports, directly or indirectly: files as paths below the root, packages by
 * name. Without type imports, which do not exist at run time.
 */
function importsOf(file: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of directImports(next)) {
      if (reached.has(name)) continue;
      reached.add(name);
      if (name.endsWith('.ts')) waiting.push(name);
    }
  }
  return reached;
}

const known = new Map<string, string[]>();

function directImports(file: string): string[] {
  const found = known.get(file) ?? parseImports(file);
  known.set(file, found);
  return found;
}

function parseImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) return [];
    const isType = isImport
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    const { moduleSpecifier } = statement;
    if (isType || moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return [resolved(file, moduleSpecifier.text)];
  });
}

function resolved(file: string, name: string): string {
  const path = name
    .replace(/^#shared\//, `${root}/shared/`)
    .replace(/^#core\//, `${root}/electron/core/`);
  if (path === name && !name.startsWith('.')) return name;
  const absolute = path === name ? join(root, dirname(file), name) : path;
  const isFile = existsSync(absolute) && statSync(absolute).isFile();
  return relative(root, isFile ? absolute : `${absolute}.ts`)
    .split(sep)
    .join('/');
}
