import { messages } from '#shared/messages/index.ts';
import type { Pill } from '#shared/pill.ts';
import { isGap, statusWords, type Signal } from '../status/status.ts';

/** A dictation before its outcome. */
export type Dictating = Extract<Pill, { phase: 'speaking' | 'finishing' | 'inserting' }>;

/** The dot is red as soon as the microphone hears, although the service may not have answered yet. */
export function pillSignal(pill: Dictating): Signal {
  if (pill.phase !== 'speaking') return 'waiting';
  return pill.status.phase === 'listening' ? 'listening' : 'waiting';
}

/** What happens now, in a person's words. */
export function pillStatus(pill: Dictating): string {
  if (pill.phase === 'speaking') return statusWords(pill.status);
  return pill.phase === 'finishing' ? messages.status.finishing : messages.pill.inserting;
}

/** The words are elsewhere, or there are none yet. */
export const hasWords = ({ words }: Dictating): boolean =>
  words.shownIn === 'pill' && words.turns.some(({ text }) => text !== '');

/** Where the words go; null while something else is more important. */
export function destination(pill: Dictating): string | null {
  if (pill.words.shownIn === 'pill' || pill.phase !== 'speaking') return null;
  return pill.status.phase === 'listening' && !isGap(pill.status) ? messages.pill.toCursor : null;
}

/** What the keys do; null if no key does anything any more, or a gap needs the room. */
export function keyHint(pill: Dictating): string | null {
  const { endsBy, escapeCancels } = messages.pill;
  switch (pill.phase) {
    case 'speaking': {
      if (hasWords(pill) && isGap(pill.status)) return null;
      const ends = endsBy[pill.endsBy];
      return pill.escapeCancels ? `${ends} · ${escapeCancels}` : ends;
    }
    case 'finishing':
      return pill.escapeCancels ? escapeCancels : null;
    case 'inserting':
      return null;
  }
}

/** Whether the status has something to say that the dot and the words do not. */
export const isSaidBesideWords = (pill: Dictating): boolean =>
  pill.phase !== 'speaking' || isGap(pill.status);
