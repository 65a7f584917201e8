import type { RecordingRetention } from '#shared/settings.ts';
import type { Recording } from '../store/records.ts';
import { soundLeft, type FileSamples } from './sound-left.ts';

const weekMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * Whether a recording may go. One with sound that has no text, one that the person keeps and one
 * that is being written never may.
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
      return nowMs - recording.startedAtMs >= weekMs;
    case 'forever':
      return false;
  }
}
