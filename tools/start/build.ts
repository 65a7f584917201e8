import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.ts';

export const root = join(import.meta.dirname, '../..');

const sources = ['{electron,renderer,shared}/**/*', 'package-lock.json', 'electron.vite.config.ts'];
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/panel/index.html'];

/** Builds the app if a source is newer than the output. */
export function buildWhenStale(): void {
  if (!isStale()) return;
  say('building…');
  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundler, 'build'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  say('the build failed.');
  process.exit(1);
}

function isStale(): boolean {
  const outputs = built.map((file) => join(root, file));
  if (!outputs.every((file) => existsSync(file))) return true;
  const builtAtMs = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return globSync(sources, { cwd: root }).some(
    (file) => statSync(join(root, file)).mtimeMs > builtAtMs,
  );
}
