import { statSync, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nowMs } from '../clock.ts';

const headerBytes = 44;

/** A growth of the newest recording. */
export interface Growth {
  atMs: number;
  /** The size of its sound, without the header. */
  byteLength: number;
}

/** Watches how the newest recording grows on disk. */
export interface RecordedSound {
  /** The reader may clear the list. */
  growths: Growth[];
  stop(): void;
}

/** @param folder of the app's recordings; created if it is missing */
export async function watchRecordings(folder: string): Promise<RecordedSound> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const growths: Growth[] = [];
  const watcher = watch(folder, (_, name) => {
    const atMs = nowMs();
    // The app deletes a recording when its text is stored.
    const size = statSync(join(folder, name ?? ''), { throwIfNoEntry: false })?.size ?? 0;
    const byteLength = size - headerBytes;
    if (byteLength > (growths.at(-1)?.byteLength ?? 0)) growths.push({ atMs, byteLength });
  });
  return { growths, stop: () => watcher.close() };
}
