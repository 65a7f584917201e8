import { dollarsOf } from '#shared/prices.ts';

/** A session that is open, and so costs money. */
export interface OpenSession {
  id: string;
  startedAtMs: number;
  dollarsPerHour: number;
}

const levels = ['below', 'near', 'reached'] as const;

/** How much of the limit is spent. */
export type SpendingLevel = (typeof levels)[number];

/** What this month has cost, and what was reported about it. */
export interface Spending {
  monthStartMs: number;
  /** Of the sessions that are over. One counts for the month in which it began. */
  closedDollars: number;
  open: readonly OpenSession[];
  /** The limit and the level of the newest step. */
  limitDollars: number | null;
  level: SpendingLevel;
}

/** What a step depends on besides the event. */
export interface SpendingFacts {
  nowMs: number;
  /** When the month of `nowMs` began, where the computer is. */
  monthStartMs: number;
  /** Null without a limit. */
  limitDollars: number | null;
  areCaptionsOn: boolean;
  /** Whether the captions may be stopped. Those of a recording may not: it plays once. */
  mayStop: boolean;
}

export type SpendingEvent =
  /** What the earlier sessions of this month have cost. */
  | { type: 'counted'; monthStartMs: number; dollars: number }
  | { type: 'opened'; session: OpenSession }
  | { type: 'closed'; id: string; seconds: number; dollarsPerHour: number }
  | { type: 'captions-began' }
  /** Time has passed, or the limit may have changed. */
  | { type: 'check' };

export type SpendingEffect =
  { type: 'stop-captions' } | { type: 'notice'; notice: 'near' | 'stopped' | 'passed' | null };

/** The share of the limit at which a person is warned. */
const nearShare = 0.9;

export const initialSpending = (monthStartMs: number, limitDollars: number | null): Spending => ({
  ...{ monthStartMs, closedDollars: 0, open: [] },
  ...{ limitDollars, level: 'below' },
});

/** What the month has cost so far, with the sessions that are open. */
export function spentDollars({ monthStartMs, closedDollars, open }: Spending, nowMs: number) {
  return open
    .filter(({ startedAtMs }) => startedAtMs >= monthStartMs)
    .reduce(
      (sum, { startedAtMs, dollarsPerHour }) =>
        sum + dollarsOf(Math.max(0, nowMs - startedAtMs) / 1_000, dollarsPerHour),
      closedDollars,
    );
}

/**
 * Stops the captions that are on when the limit of the month is reached, and warns before. Captions that
 * begin afterwards were started knowingly: they go on until the next month, or until the limit changes.
 */
export function stepSpending(
  before: Spending,
  event: SpendingEvent,
  facts: SpendingFacts,
): [Spending, SpendingEffect[]] {
  const { nowMs, monthStartMs, limitDollars } = facts;
  const counted = count(inMonth(before, monthStartMs), event);
  const levelBefore = limitDollars === before.limitDollars ? counted.level : 'below';
  const level = higher(levelBefore, levelOf(spentDollars(counted, nowMs), limitDollars));
  const hasBegun = event.type === 'captions-began' || event.type === 'counted';
  const effects =
    level !== levelBefore && !hasBegun
      ? changed(level, facts)
      : shownAtStart(level, hasBegun && facts.areCaptionsOn);
  // What was shown about an earlier limit or month says nothing about this one.
  const isOver = effects.length === 0 && level === 'below' && before.level !== 'below';
  const none: SpendingEffect = { type: 'notice', notice: null };
  return [{ ...counted, limitDollars, level }, isOver ? [none] : effects];
}

/** With a new month, the count begins again. A session from before counts for the earlier month. */
const inMonth = (spending: Spending, monthStartMs: number): Spending =>
  spending.monthStartMs === monthStartMs
    ? spending
    : { ...spending, monthStartMs, closedDollars: 0, level: 'below' };

function count(spending: Spending, event: SpendingEvent): Spending {
  const { monthStartMs, closedDollars, open } = spending;
  switch (event.type) {
    case 'counted':
      return event.monthStartMs === monthStartMs
        ? { ...spending, closedDollars: closedDollars + event.dollars }
        : spending;
    case 'opened':
      return { ...spending, open: [...open, event.session] };
    case 'closed': {
      const session = open.find(({ id }) => id === event.id);
      const isOfMonth = session !== undefined && session.startedAtMs >= monthStartMs;
      const dollars = isOfMonth ? dollarsOf(event.seconds, event.dollarsPerHour) : 0;
      return {
        ...spending,
        closedDollars: closedDollars + dollars,
        open: open.filter((one) => one !== session),
      };
    }
    default:
      return spending;
  }
}

/** A level stays: the service may count less of a session than the clock did while it was open. */
const higher = (one: SpendingLevel, other: SpendingLevel): SpendingLevel =>
  levels.indexOf(one) > levels.indexOf(other) ? one : other;

function levelOf(dollars: number, limitDollars: number | null): SpendingLevel {
  if (limitDollars === null || dollars < limitDollars * nearShare) return 'below';
  return dollars < limitDollars ? 'near' : 'reached';
}

/** The level was reached now. A warning only concerns captions. */
function changed(level: SpendingLevel, { areCaptionsOn, mayStop }: SpendingFacts) {
  const effects: SpendingEffect[] = [];
  if (level === 'near' && areCaptionsOn) effects.push({ type: 'notice', notice: 'near' });
  if (level !== 'reached') return effects;
  const isStopped = areCaptionsOn && mayStop;
  if (isStopped) effects.push({ type: 'stop-captions' });
  return [...effects, { type: 'notice', notice: isStopped ? 'stopped' : 'passed' } as const];
}

/** Captions begin, at whatever level. */
function shownAtStart(level: SpendingLevel, hasBegun: boolean): SpendingEffect[] {
  if (!hasBegun) return [];
  const notices = { below: null, near: 'near', reached: 'passed' } as const;
  return [{ type: 'notice', notice: notices[level] }];
}
