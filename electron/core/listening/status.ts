import type { Status } from '#shared/status.ts';
import type { Listening } from './listening.ts';

/** What a person is told about microphone and socket. Ending a session is none of their concern. */
export function statusOf({ captions, microphone, session, next }: Listening): Status {
  switch (captions.phase) {
    case 'on':
      return microphone === 'open'
        ? { phase: 'listening', connected: session.phase === 'open' }
        : { phase: 'starting' };
    case 'tail':
    case 'awaiting-final':
      return { phase: 'finishing' };
    case 'terminating':
    case 'off':
      return { phase: next === null ? 'idle' : 'starting' };
  }
}
