import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '#shared/result.ts';
import type { RecordingRetention } from '#shared/settings.ts';
import { samplesInFile } from '../audio/own-header.ts';
import type { Store } from '../store/store.ts';
import { offersOf, type Offer } from './offers.ts';
import { mayGo } from './retention.ts';
import type { FileSamples } from './sound-left.ts';

/** The WAV files that the app has written, and what the store knows of them. */
export class Recordings {
  readonly #store: Store;
  readonly #folder: string;
  readonly #retention: () => RecordingRetention;

  /** @param folder `recordings/`; files in it that the store does not know are left alone */
  constructor(store: Store, folder: string, retention: () => RecordingRetention) {
    this.#store = store;
    this.#folder = folder;
    this.#retention = retention;
  }

  /** What earlier runs have left to be transcribed. */
  async offers(): Promise<Result<Offer[]>> {
    const unfinished = await this.#store.unfinished();
    if (!unfinished.ok) return unfinished;
    if (unfinished.value.length === 0) return ok([]);
    const files = await this.#files();
    return files.ok ? ok(offersOf(unfinished.value, files.value)) : files;
  }

  /** Deletes the recordings that may go. */
  async sweep(nowMs: number): Promise<Result<null>> {
    const recordings = await this.#store.recordings();
    if (!recordings.ok) return recordings;
    if (recordings.value.length === 0) return ok(null);
    const files = await this.#files();
    if (!files.ok) return files;
    const retention = this.#retention();
    for (const recording of recordings.value) {
      if (!mayGo(recording, files.value, retention, nowMs)) continue;
      const deleted = await this.delete(recording);
      if (!deleted.ok) return deleted;
    }
    return ok(null);
  }

  /** Deletes a recording, whatever it holds; the text of it stays. */
  async delete({ id, path }: { id: number; path: string }): Promise<Result<null>> {
    const file = join(this.#folder, path);
    try {
      await rm(file, { force: true });
    } catch {
      return failed(
        'cannot-delete-recording',
        `${file} could not be deleted. Check that it and its folder belong to you.`,
      );
    }
    // The file first: a recording that is known and away is swept up later, the other way round
    // it would stay for ever.
    return this.#store.forget(id);
  }

  /** A folder that cannot be read, or is away, says nothing about its files. */
  async #files(): Promise<Result<FileSamples>> {
    try {
      const names = await readdir(this.#folder);
      const samples = names.map(async (name): Promise<[string, number]> => {
        const { size } = await stat(join(this.#folder, name));
        return [name, samplesInFile(size)];
      });
      return ok(new Map(await Promise.all(samples)));
    } catch {
      return failed(
        'cannot-read-recordings',
        `${this.#folder} cannot be read. Check that it belongs to you.`,
      );
    }
  }
}
