import type { Status } from '#shared/status.ts';
import { millisecondsOf } from '../audio-format.ts';
import { firstSampleNeeded } from './held.ts';
import type { Listening } from './listening.ts';

/** What a person is told about microphone and socket. Ending a session is none of their concern. */
export function statusOf(listening: Listening): Status {
  const { captions, microphone, finishing, passages } = listening;
  const isReconnecting = passages.some(({ failedAttempts }) => failedAttempts > 0);
  switch (captions.phase) {
    case 'on':
      if (microphone !== 'open') return { phase: 'starting' };
      return isReconnecting
        ? { phase: 'reconnecting', heldSeconds: heldSeconds(listening) }
        : { phase: 'listening', connected: passages.at(-1)?.session.phase === 'open' };
    case 'tail':
      return { phase: 'finishing' };
    case 'off':
      return { phase: finishing.length === 0 ? 'idle' : 'finishing' };
  }
}

/** Whole seconds of sound that wait to be made text. */
const heldSeconds = (listening: Listening): number =>
  Math.floor(millisecondsOf(listening.capturedTo - firstSampleNeeded(listening)) / 1_000);
