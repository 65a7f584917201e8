import type { Listening, ListeningEvent } from './listening.ts';

/**
 * Whether an event starts captions or a dictation that may need a session of its own. A dictation beside captions
 * shares theirs.
 */
export function needsSession({ captions, dictations }: Listening, event: ListeningEvent): boolean {
  if (captions.phase !== 'off') return false;
  switch (event.type) {
    case 'start':
    case 'toggle':
    case 'go-on':
      return true;
    case 'dictate':
      return dictations.all.at(-1)?.phase !== 'on';
    default:
      return false;
  }
}
