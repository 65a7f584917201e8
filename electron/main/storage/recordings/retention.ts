import type { RecordingRetention } from '#shared/setting-values.ts';
import type { Recording } from '../database/records.ts';
import { soundLeft, type FileSamples } from './sound-left.ts';
import { mainTuning } from '../../time/tuning.ts';

/**
 * Whether a recording may be deleted. One with sound without text, one that the person keeps, and one
 * that is being written may not.
 */
export function mayGo(
  recording: Recording,
  files: FileSamples,
  retention: RecordingRetention,
  nowMs: number,
): boolean {
  if (recording.isKept) return false;
  if (recording.isOfThisRun && recording.endSample === null) return false;
  // The person has deleted it.
  if (!files.has(recording.path)) return true;
  if (soundLeft(recording, files) !== null) return false;
  switch (retention) {
    case 'until-stored':
      return true;
    case 'week':
      return nowMs - recording.startedAtMs >= mainTuning.weekMs;
    case 'forever':
      return false;
  }
}
