import { areCaptionsWanted } from './captions.ts';
import type { Listening, ListeningEvent } from './listening.ts';

/**
 * Whether an event starts captions or a dictation that may need a session of its own. A dictation beside captions
 * shares theirs; one that begins in their tail has another session after it.
 */
export function needsSession(listening: Listening, event: ListeningEvent): boolean {
  const { captions, dictations } = listening;
  switch (event.type) {
    case 'start':
    case 'toggle':
    case 'go-on':
      return captions.phase === 'off';
    case 'dictate':
      return !areCaptionsWanted(listening) && dictations.all.at(-1)?.phase !== 'on';
    default:
      return false;
  }
}
