import { samplesIn } from '#core/audio-format.ts';
import type { Recording } from '../database/records.ts';
import { mainTuning } from '../../time/tuning.ts';

/** A range of samples in the clock of the recording's run, without the end sample. */
export interface SampleRange {
  startSample: number;
  endSample: number;
}

/** The length of each file in `recordings/` in samples, by its name. */
export type FileSamples = ReadonlyMap<string, number>;

/** The sound of a recording without text; null if there is no file, or only a negligible rest. */
export function soundLeft(recording: Recording, files: FileSamples): SampleRange | null {
  const fileEnd = recording.startSample + (files.get(recording.path) ?? 0);
  const startSample = recording.settledToSample;
  const endSample = Math.min(fileEnd, recording.endSample ?? fileEnd);
  const isLong = endSample - startSample >= samplesIn(mainTuning.shortestRecoveryMs);
  return isLong ? { startSample, endSample } : null;
}
