import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';

export interface RunOptions {
  /** Its user-data folder; by default an empty one, which goes with the app. */
  userData?: string;
  args: string[];
  /** Variables beside the environment of the test. */
  env: NodeJS.ProcessEnv;
}

/** What an app that has ended leaves. */
export interface Run {
  status: number | null;
  /** All of its standard output. */
  output: string;
  /** All of its standard error. */
  errors: string;
}

/**
 * Runs the built app until it ends, as a script does. Playwright would miss what such an app does: it
 * reports only what comes after its own start, and by then the app may have ended.
 */
export async function runApp({ args, env, ...options }: RunOptions): Promise<Run> {
  const runtime = findRuntime();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'captionkey-run-'));
  const app = spawn(
    runtime.executable,
    [...sandbox, root, `--user-data-dir=${userData}`, ...args],
    { env: { ...process.env, ...runtime.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const [output, errors] = await Promise.all([
      text(app.stdout),
      text(app.stderr),
      once(app, 'exit'),
    ]);
    return { status: app.exitCode, output, errors };
  } finally {
    if (options.userData === undefined) rmSync(userData, { recursive: true, maxRetries: 5 });
  }
}
