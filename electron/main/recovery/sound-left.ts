import { samplesIn } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import type { Recording } from '../store/records.ts';

/** Samples by the sample clock of the recording's run; the end is not in it. */
export interface SampleRange {
  startSample: number;
  endSample: number;
}

/** How many samples each file in `recordings/` holds, by its name. */
export type FileSamples = ReadonlyMap<string, number>;

/**
 * The sound of a recording that has no text yet; null where there is no file, or no sound
 * worth speaking of.
 */
export function soundLeft(recording: Recording, files: FileSamples): SampleRange | null {
  const fileEnd = recording.startSample + (files.get(recording.path) ?? 0);
  const startSample = recording.settledToSample;
  const endSample = Math.min(fileEnd, recording.endSample ?? fileEnd);
  const isLong = endSample - startSample >= samplesIn(tuning.shortestRecoveryMs);
  return isLong ? { startSample, endSample } : null;
}
