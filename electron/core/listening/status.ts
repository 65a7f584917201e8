import type { Status } from '#shared/status.ts';
import { millisecondsOf } from '../audio-format.ts';
import { firstSampleUnfinal } from './held.ts';
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
  return passages.some(({ failedAttempts }) => failedAttempts > 0)
    ? { phase: 'reconnecting', heldSeconds: heldSeconds(listening) }
    : { phase: 'listening', connected: passages.at(-1)?.session.phase === 'open' };
}

/** Whether both show a person the same. */
export function isSameStatus(one: Status, other: Status): boolean {
  if (one.phase === 'listening')
    return other.phase === 'listening' && one.connected === other.connected;
  if (one.phase === 'reconnecting')
    return other.phase === 'reconnecting' && one.heldSeconds === other.heldSeconds;
  return one.phase === other.phase;
}

/** Whole seconds of sound that wait to be made text. */
const heldSeconds = (listening: Listening): number =>
  Math.floor(millisecondsOf(listening.capturedTo - firstSampleUnfinal(listening)) / 1_000);
