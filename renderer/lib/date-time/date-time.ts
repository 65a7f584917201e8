import { messages } from '#shared/messages/index.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** On the seventh day the name of the day is today's again. */
const daysByName = 6;

/**
 * A moment of the past in a person's words, local time: `Saturday, 14:02` within the last days, and
 * `3 October 2026, 14:02` before them.
 */
export function dateTimeWords(atMs: number, nowMs: number): string {
  const isByName = nowMs - atMs < daysByName * dayMs;
  const day = new Intl.DateTimeFormat(
    messages.locale,
    isByName ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' },
  );
  const time = new Intl.DateTimeFormat(messages.locale, { hour: '2-digit', minute: '2-digit' });
  return `${day.format(atMs)}, ${time.format(atMs)}`;
}
