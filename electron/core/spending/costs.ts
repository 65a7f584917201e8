import { dollarsOf } from '#shared/prices.ts';

/** A calendar month where the computer is, by the wall clock. `endMs` is the start of the next one. */
export interface Month {
  startMs: number;
  endMs: number;
}

/** A session that has begun and is not billed yet, so it costs money. */
export interface UnbilledSession {
  id: string;
  /** When it began by the wall clock, which decides for which month it counts. */
  startedAtMs: number;
  /** The same by the monotonic clock, which nobody sets and which stands still in sleep. */
  monotonicStartMs: number;
  dollarsPerHour: number;
}

interface ClosedSession {
  id: string;
  startedAtMs: number;
  dollars: number;
}

/** What a month has cost. A session counts for the month in which it began. */
export interface Costs {
  month: Month;
  /** What the database had of the month when it was read; 0 until then. */
  storedDollars: number;
  /** Sessions of this launch that are over and are no part of `storedDollars`. */
  closed: readonly ClosedSession[];
  open: readonly UnbilledSession[];
}

export type CostEvent =
  /** The database was read: what it has of a month, and the closed sessions that it includes. */
  | { type: 'counted'; month: Month; dollars: number; includedIds: readonly string[] }
  | { type: 'opened'; session: UnbilledSession }
  | { type: 'closed'; id: string; seconds: number; dollarsPerHour: number };

export const noCosts = (month: Month): Costs => ({ month, storedDollars: 0, closed: [], open: [] });

export const isSameMonth = (one: Month, other: Month): boolean =>
  one.startMs === other.startMs && one.endMs === other.endMs;

/** Begins to count another month. Sessions stay, because a corrected clock may return to their month. */
export const inMonth = (costs: Costs, month: Month): Costs =>
  isSameMonth(costs.month, month) ? costs : { ...costs, month, storedDollars: 0 };

/** What the month has cost so far, with the sessions that are open. */
export function spentDollars(costs: Costs, monotonicMs: number): number {
  const { month, storedDollars, closed, open } = costs;
  const isOfMonth = ({ startedAtMs }: { startedAtMs: number }): boolean =>
    startedAtMs >= month.startMs && startedAtMs < month.endMs;
  const ofClosed = closed.filter(isOfMonth).map(({ dollars }) => dollars);
  const ofOpen = open
    .filter(isOfMonth)
    .map(({ monotonicStartMs, dollarsPerHour }) =>
      dollarsOf((monotonicMs - monotonicStartMs) / 1_000, dollarsPerHour),
    );
  return [...ofClosed, ...ofOpen].reduce((sum, dollars) => sum + dollars, storedDollars);
}

/** Adds what an event says about sessions. An answer about another month is too late and changes nothing. */
export function count(costs: Costs, event: CostEvent): Costs {
  const { month, closed, open } = costs;
  switch (event.type) {
    case 'counted':
      if (!isSameMonth(event.month, month)) return costs;
      return {
        ...{ ...costs, storedDollars: event.dollars },
        closed: closed.filter(({ id }) => !event.includedIds.includes(id)),
      };
    case 'opened':
      return { ...costs, open: [...open, event.session] };
    case 'closed': {
      const session = open.find(({ id }) => id === event.id);
      if (session === undefined) return costs;
      const { id, startedAtMs } = session;
      const dollars = dollarsOf(event.seconds, event.dollarsPerHour);
      return {
        ...costs,
        closed: [...closed, { id, startedAtMs, dollars }],
        open: open.filter((one) => one !== session),
      };
    }
  }
}
