import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesPerSample, samplesIn } from '#core/audio-format.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { RecordingRetention } from '#shared/setting-values.ts';
import { samplesInFile } from '../../../wav-recording.ts';
import type { Recording } from '../database/records.ts';
import type { Store } from '../database/store.ts';
import { offersOf, type Offer } from './offers.ts';
import { eraseSamples, readSamples } from './own-sound.ts';
import { mayGo } from './retention.ts';
import type { FileSamples } from './sound-left.ts';
import { mainTuning } from '../../time/tuning.ts';

/** The WAV files of the app, and their entries in the store. */
export class Recordings {
  readonly #store: Store;
  readonly #folder: string;
  readonly #retention: () => RecordingRetention;

  /** @param folder `recordings/`; unknown files in it stay untouched */
  constructor(store: Store, folder: string, retention: () => RecordingRetention) {
    this.#store = store;
    this.#folder = folder;
    this.#retention = retention;
  }

  /** The sound of earlier runs that can be transcribed. */
  async offers(): Promise<Result<Offer[]>> {
    const unfinished = await this.#store.unfinished();
    if (!unfinished.ok) return unfinished;
    if (unfinished.value.length === 0) return ok([]);
    const files = await this.#files();
    return files.ok ? ok(offersOf(unfinished.value, files.value)) : files;
  }

  /** Deletes the recordings that the setting no longer keeps. */
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

  /** Deletes a recording with any content. Its text stays. */
  async delete({ id, path }: { id: number; path: string }): Promise<Result<null>> {
    const file = join(this.#folder, path);
    try {
      await rm(file, { force: true });
    } catch {
      return cannotDelete(file);
    }
    // The file goes first. A later sweep removes an entry without a file. The other way round the file
    // would stay forever.
    return this.#store.forget(id);
  }

  /**
   * The sound of a range of a run. It is silent where no recording has it.
   *
   * @param recordings the recordings with some of it, in order
   * @param endSample null: as far as they reach
   * @returns 16-bit little-endian mono PCM at 16 kHz
   */
  async sound(
    recordings: Recording[],
    startSample: number,
    endSample: number | null,
  ): Promise<Result<Uint8Array>> {
    try {
      const pieces = recordings.map(async (recording) => {
        const from = Math.max(startSample, recording.startSample);
        const to = (endSample ?? Infinity) - recording.startSample;
        const file = join(this.#folder, recording.path);
        const pcm = await readSamples(file, from - recording.startSample, to);
        return { pcm, atByte: (from - startSample) * bytesPerSample };
      });
      const read = await Promise.all(pieces);
      const whole = Math.max(0, ...read.map(({ pcm, atByte }) => atByte + pcm.length));
      const sound = new Uint8Array(whole);
      for (const { pcm, atByte } of read) sound.set(pcm, atByte);
      if (whole > 0) return ok(sound);
    } catch {
      // The sentence is the same, whatever has become of the file.
    }
    return failed(problem('no-recording', {}));
  }

  /**
   * Deletes the sound of a range of a run. A recording without other sound is deleted. Otherwise, or
   * while it is written, the range becomes silence.
   *
   * @param recordings those that hold some of it
   * @param endSample null: as far as they reach
   */
  async erase(
    recordings: Recording[],
    startSample: number,
    endSample: number | null,
  ): Promise<Result<null>> {
    const enough = samplesIn(mainTuning.shortestRecoveryMs);
    for (const recording of recordings) {
      const file = join(this.#folder, recording.path);
      const from = Math.max(0, startSample - recording.startSample);
      const to = (endSample ?? Infinity) - recording.startSample;
      try {
        const isEmpty = (await eraseSamples(file, from, to, enough)) < enough;
        if (!isEmpty || (recording.isOfThisRun && recording.endSample === null)) continue;
      } catch (error) {
        if (!isGone(error)) return cannotDelete(file);
      }
      const deleted = await this.delete(recording);
      if (!deleted.ok) return deleted;
    }
    return ok(null);
  }

  /** An unreadable or missing folder says nothing about its files. */
  async #files(): Promise<Result<FileSamples>> {
    try {
      const names = await readdir(this.#folder);
      const samples = names.map(async (name): Promise<[string, number][]> => {
        const size = await sizeOf(join(this.#folder, name));
        return size === null ? [] : [[name, samplesInFile(size)]];
      });
      return ok(new Map((await Promise.all(samples)).flat()));
    } catch {
      return failed(problem('cannot-read-recordings', { path: this.#folder }));
    }
  }
}

const cannotDelete = (file: string): Result<never> =>
  failed(problem('cannot-delete-recording', { path: file }));

/** In bytes; null if the file was deleted after the folder was read. */
const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    (error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    },
  );

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
