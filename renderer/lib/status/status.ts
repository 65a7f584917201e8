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
      return 'Captions are off';
    case 'starting':
      return 'Starting…';
    case 'listening':
      if (!status.connected) return 'Connecting…';
      return status.catchUpSeconds === undefined
        ? 'Listening…'
        : `Catching up, ${status.catchUpSeconds} s left`;
    case 'reconnecting':
      return `Reconnecting… ${status.heldSeconds} s are kept`;
    case 'finishing':
      return 'Finishing…';
  }
}

/** How far a gap has got, and what it costs; null where there is none. */
export const catchUpWords = (status: Status): string | null =>
  status.phase === 'listening' && status.catchUpSeconds !== undefined
    ? `Catching up, ${status.catchUpSeconds} s left. This takes a second session, which is billed too.`
    : null;
