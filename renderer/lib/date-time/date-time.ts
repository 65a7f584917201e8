import { messages } from '#shared/messages/index.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** On the seventh day the name of the day is today's again. */
const daysByName = 6;

/**
 * A moment of the past in a person's words, local time: `Saturday, 14:02` within the last days, and
 * `3 October 2026, 14:02` before them.
 */
export const dateTimeWords = (atMs: number, nowMs: number): string =>
  `${formatDay(atMs, nowMs - atMs < daysByName * dayMs)}, ${timeWords(atMs)}`;

/** The time of day, local time: `14:02`. */
export const timeWords = (atMs: number): string =>
  new Intl.DateTimeFormat(messages.locale, { hour: '2-digit', minute: '2-digit' }).format(atMs);

/** The day of a moment, local time: `Today`, `Yesterday`, `Saturday` or `3 October 2026`. */
export function dayWords(atMs: number, nowMs: number): string {
  const now = new Date(nowMs);
  // A day can have 23 or 25 hours.
  const midnight = (daysAgo: number): number =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).getTime();
  if (atMs >= midnight(-1)) return formatDay(atMs, false);
  if (atMs >= midnight(0)) return messages.history.today;
  if (atMs >= midnight(1)) return messages.history.yesterday;
  return formatDay(atMs, atMs >= midnight(daysByName));
}

const formatDay = (atMs: number, isByName: boolean): string =>
  new Intl.DateTimeFormat(
    messages.locale,
    isByName ? { weekday: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' },
  ).format(atMs);
