import type { Status } from '#shared/status.ts';
import { millisecondsOf, samplesIn } from '../audio-format.ts';
import { isUnsettled } from '../segments/segment.ts';
import { tuning } from '../tuning.ts';
import { firstUnfinalSample, firstUnfinalSampleOf } from './replay-window.ts';
import type { Listening } from './listening.ts';
import { isStreaming } from './segment-control.ts';

/** The status of microphone and session as the windows show it. The end of a session is not shown. */
export function listeningStatusOf(listening: Listening): Status {
  const { captions, dictations, microphone, finishing, segments } = listening;
  if (!isStreaming(listening)) {
    const isIdle =
      captions.phase === 'off' && finishing.length === 0 && dictations.all.length === 0;
    return { phase: isIdle ? 'idle' : 'finishing' };
  }
  if (microphone !== 'open') return { phase: 'starting' };
  if (segments.some(({ failedAttempts }) => failedAttempts > 0))
    return { phase: 'reconnecting', heldSeconds: heldSeconds(listening) };
  const connected = segments.at(-1)?.session.phase === 'open';
  const catchUpSeconds = secondsToCatchUp(listening);
  return { phase: 'listening', connected, ...(catchUpSeconds > 0 && { catchUpSeconds }) };
}

/** Whole seconds of sound before the live session that have no text yet; 0 for a short backlog. */
function secondsToCatchUp(listening: Listening): number {
  const older = listening.segments.slice(0, -1).filter(isUnsettled);
  const samples = older.reduce(
    (sum, segment) => sum + segment.heardTo - firstUnfinalSampleOf(segment, listening.voice),
    0,
  );
  const isShown = samples > samplesIn(tuning.longestLagMs);
  return isShown ? Math.ceil(millisecondsOf(samples) / 1_000) : 0;
}

/** Whether the windows show both alike. */
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

/** Whole seconds of sound that wait to be recognised. */
const heldSeconds = (listening: Listening): number =>
  Math.floor(millisecondsOf(listening.capturedTo - firstUnfinalSample(listening)) / 1_000);
