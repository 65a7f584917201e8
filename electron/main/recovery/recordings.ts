import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesPerSample, samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { RecordingRetention } from '#shared/settings.ts';
import { samplesInFile } from '../audio/own-header.ts';
import type { Recording } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { offersOf, type Offer } from './offers.ts';
import { eraseSamples, readSamples } from './own-sound.ts';
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
      return cannotDelete(file);
    }
    // The file first: a recording that is known and away is swept up later, the other way round
    // it would stay for ever.
    return this.#store.forget(id);
  }

  /**
   * The sound of a stretch of a run, silent where no recording holds it.
   *
   * @param recordings those that hold some of it, in order
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
    return failed('no-recording', 'The recording of this is not there any more.');
  }

  /**
   * Deletes the sound of a stretch of a run. A recording goes whole where no other sound would be
   * lost with it; otherwise, or while it is being written, that stretch of it becomes silence.
   *
   * @param recordings those that hold some of it
   * @param endSample null: as far as they reach
   */
  async erase(
    recordings: Recording[],
    startSample: number,
    endSample: number | null,
  ): Promise<Result<null>> {
    const enough = samplesIn(tuning.shortestRecoveryMs);
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

  /** A folder that cannot be read, or is away, says nothing about its files. */
  async #files(): Promise<Result<FileSamples>> {
    try {
      const names = await readdir(this.#folder);
      const samples = names.map(async (name): Promise<[string, number][]> => {
        const size = await sizeOf(join(this.#folder, name));
        return size === null ? [] : [[name, samplesInFile(size)]];
      });
      return ok(new Map((await Promise.all(samples)).flat()));
    } catch {
      return failed(
        'cannot-read-recordings',
        `${this.#folder} cannot be read. Check that it belongs to you.`,
      );
    }
  }
}

const cannotDelete = (file: string): Result<never> =>
  failed(
    'cannot-delete-recording',
    `${file} could not be deleted. Check that it and its folder belong to you.`,
  );

/** In bytes; null where the file has been deleted since the folder was read. */
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
