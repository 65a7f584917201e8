import type { Problem } from '#shared/problem.ts';

/** A problem, and what reports it: a name that no other alert of the panel has. */
export interface Reported {
  source: string;
  problem: Problem;
}

/** A problem is the same one as long as its code and its parameters are. */
const keyOf = (problem: Problem): string => JSON.stringify(problem);

/** The alerts that the person has closed, by their sources: the key of the problem that each showed. */
export type ClosedAlerts = ReadonlyMap<string, string>;

/** The closed alerts once this one is closed, too. */
export const closing = (closed: ClosedAlerts, { source, problem }: Reported): ClosedAlerts =>
  new Map(closed).set(source, keyOf(problem));

const isClosed = (closed: ClosedAlerts, { source, problem }: Reported): boolean =>
  closed.get(source) === keyOf(problem);

/** The problems whose alerts are open. */
export const openAlerts = (reported: Reported[], closed: ClosedAlerts): Reported[] =>
  reported.filter((one) => !isClosed(closed, one));

/**
 * The closed alerts whose problems are still reported. The others are forgotten, so that the same
 * problem with a new cause is shown again.
 */
export function stillClosed(reported: Reported[], closed: ClosedAlerts): ClosedAlerts {
  const kept = reported.filter((one) => isClosed(closed, one));
  return kept.length === closed.size
    ? closed
    : new Map(kept.map(({ source, problem }) => [source, keyOf(problem)]));
}
