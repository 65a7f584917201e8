import { DatabaseSync } from 'node:sqlite';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** The texts of the stored turns, in the order they were said. */
export function storedTexts(userData: string): string[] {
  const database = new DatabaseSync(join(userData, 'captionkey.db'), { readOnly: true });
  try {
    const rows = database.prepare('SELECT text FROM turns ORDER BY recording_id, start_sample');
    return v.parse(rowsSchema, rows.all()).map(({ text }) => text);
  } finally {
    database.close();
  }
}
