import type { Listening, ListeningEvent } from './listening.ts';

/**
 * What an event starts. A dictation beside captions starts nothing of its own, because it shares their session.
 */
export function startedBy(
  { captions, dictations }: Listening,
  event: ListeningEvent,
): 'captions' | 'dictation' | null {
  if (captions.phase !== 'off') return null;
  switch (event.type) {
    case 'start':
    case 'toggle':
    case 'go-on':
      return 'captions';
    case 'dictate':
      return dictations.all.at(-1)?.phase === 'on' ? null : 'dictation';
    default:
      return null;
  }
}
