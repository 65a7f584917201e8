import { messages } from '#shared/messages/index.ts';
import type { Status } from '#shared/status.ts';

/** What the dot shows. Starting, connecting and finishing are one thing to the eye: wait. */
export type Signal = 'off' | 'waiting' | 'listening';

/** The signal for a status. */
export function signalOf(status: Status): Signal {
  if (status.phase === 'idle') return 'off';
  return status.phase === 'listening' && status.connected ? 'listening' : 'waiting';
}

/** The status in a person's words. */
export function statusWords(status: Status): string {
  switch (status.phase) {
    case 'idle':
      return messages.status.off;
    case 'starting':
      return messages.status.starting;
    case 'listening':
      if (!status.connected) return messages.status.connecting;
      return status.catchUpSeconds === undefined
        ? messages.status.listening
        : messages.status.catchingUp(status.catchUpSeconds);
    case 'reconnecting':
      return messages.status.reconnecting(status.heldSeconds);
    case 'finishing':
      return messages.status.finishing;
  }
}

/** Sound is not text yet because the connection was lost. */
export const isGap = (status: Status): boolean =>
  status.phase === 'reconnecting' || catchUpWords(status) !== null;

/** How far a gap has got, and what it costs; null where there is none. */
export const catchUpWords = (status: Status): string | null =>
  status.phase === 'listening' && status.catchUpSeconds !== undefined
    ? messages.status.catchingUpCosts(status.catchUpSeconds)
    : null;
