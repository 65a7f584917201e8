import { statSync, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nowMs } from '../clock.ts';

const headerBytes = 44;

/** A recording had grown to so much sound. */
export interface Growth {
  atMs: number;
  /** Of its sound, without the header. */
  byteLength: number;
}

/** Watches how the newest recording grows on disk. */
export interface RecordedSound {
  /** Since this was last forgotten. */
  growths: Growth[];
  stop(): void;
}

/** @param folder of the app's recordings, made where it is not there yet */
export async function watchRecordings(folder: string): Promise<RecordedSound> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const growths: Growth[] = [];
  const watcher = watch(folder, (_, name) => {
    const atMs = nowMs();
    // A recording goes when its text is stored.
    const size = statSync(join(folder, name ?? ''), { throwIfNoEntry: false })?.size ?? 0;
    const byteLength = size - headerBytes;
    if (byteLength > (growths.at(-1)?.byteLength ?? 0)) growths.push({ atMs, byteLength });
  });
  return { growths, stop: () => watcher.close() };
}
