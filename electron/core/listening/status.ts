import type { Status } from '#shared/status.ts';
import { millisecondsOf, samplesIn } from '../audio-format.ts';
import { isUnsettled } from '../streaming/passage/passage.ts';
import { tuning } from '../tuning.ts';
import { firstSampleUnfinal, firstUnfinal } from './held.ts';
import type { Listening } from './listening.ts';
import { isStreaming } from './passages.ts';

/** What a person is told about microphone and socket. Ending a session is none of their concern. */
export function statusOf(listening: Listening): Status {
  const { captions, dictations, microphone, finishing, passages } = listening;
  if (!isStreaming(listening)) {
    const isIdle =
      captions.phase === 'off' && finishing.length === 0 && dictations.all.length === 0;
    return { phase: isIdle ? 'idle' : 'finishing' };
  }
  if (microphone !== 'open') return { phase: 'starting' };
  if (passages.some(({ failedAttempts }) => failedAttempts > 0))
    return { phase: 'reconnecting', heldSeconds: heldSeconds(listening) };
  const connected = passages.at(-1)?.session.phase === 'open';
  const catchUpSeconds = secondsToCatchUp(listening);
  return { phase: 'listening', connected, ...(catchUpSeconds > 0 && { catchUpSeconds }) };
}

/** Whole seconds of sound before the live session that have no text yet; 0 for a moment's worth. */
function secondsToCatchUp(listening: Listening): number {
  const older = listening.passages.slice(0, -1).filter(isUnsettled);
  const samples = older.reduce(
    (sum, passage) => sum + passage.heardTo - firstUnfinal(passage, listening.voice),
    0,
  );
  const isShown = samples > samplesIn(tuning.longestLagMs);
  return isShown ? Math.ceil(millisecondsOf(samples) / 1_000) : 0;
}

/** Whether both show a person the same. */
export function isSameStatus(one: Status, other: Status): boolean {
  if (one.phase === 'listening')
    return (
      other.phase === 'listening' &&
      one.connected === other.connected &&
      one.catchUpSeconds === other.catchUpSeconds
    );
  if (one.phase === 'reconnecting')
    return other.phase === 'reconnecting' && one.heldSeconds === other.heldSeconds;
  return one.phase === other.phase;
}

/** Whole seconds of sound that wait to be made text. */
const heldSeconds = (listening: Listening): number =>
  Math.floor(millisecondsOf(listening.capturedTo - firstSampleUnfinal(listening)) / 1_000);
