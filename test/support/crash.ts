import { DatabaseSync } from 'node:sqlite';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { until } from '../../bench/until.ts';
import { samplesInFile } from '../../electron/wav-recording.ts';
import type { App } from './app.ts';
import { descendantsOf, mainPidOf } from './processes.ts';

/** Ends main as a crash or a power cut does. Resolves once its child processes have ended, too. */
export async function crash(app: App): Promise<void> {
  const pid = mainPidOf(app);
  const started = await descendantsOf(pid);
  process.kill(pid, 'SIGKILL');
  await until('the end of what main had started', () =>
    started.every(({ pid: child }) => hasEnded(child)),
  );
}

/** One that nobody has waited for is still listed, without its arguments. */
const hasEnded = (pid: number): boolean =>
  !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8') === '';

/** The WAV files in a user-data folder. */
export function recordingsIn(userData: string): { path: string; samples: number }[] {
  const folder = join(userData, 'recordings');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, samples: samplesInFile(statSync(path).size) };
  });
}

const rowsSchema = v.array(v.object({ text: v.string() }));

/** The texts of the stored turns, in the order they were said; of one run of the app if it is named. */
export function storedTexts(userData: string, runId?: string): string[] {
  return inDatabase(userData, (database) => {
    const select = `SELECT text FROM turns WHERE run_id = coalesce(?, run_id)
      ORDER BY recording_id, start_sample`;
    return v.parse(rowsSchema, database.prepare(select).all(runId ?? null)).map(({ text }) => text);
  });
}

const runSchema = v.object({ run_id: v.string() });

/** The run of the app that began this recording. */
export const runOf = (userData: string, path: string): string =>
  inDatabase(userData, (database) => {
    const row = database
      .prepare('SELECT run_id FROM recordings WHERE path = ?')
      .get(basename(path));
    return v.parse(runSchema, row).run_id;
  });

function inDatabase<T>(userData: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(userData, 'captionkey.db'), { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
