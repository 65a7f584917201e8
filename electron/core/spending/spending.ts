import {
  count,
  inMonth,
  isSameMonth,
  noCosts,
  spentDollars,
  type CostEvent,
  type Costs,
  type Month,
} from './costs.ts';

const levels = ['below', 'near', 'reached'] as const;

/** How much of the limit is spent. */
export type SpendingLevel = (typeof levels)[number];

/** What the month has cost, and what was reported about it. */
export interface Spending {
  costs: Costs;
  /** The limit and the level of the newest step. */
  limitDollars: number | null;
  level: SpendingLevel;
  /** In this month captions may go on, because they began when the limit was reached already. */
  exemptMonth: Month | null;
}

/** What a step depends on besides the event. */
export interface SpendingFacts {
  /** By the clock of the open sessions. */
  monotonicMs: number;
  month: Month;
  /** Null without a limit. */
  limitDollars: number | null;
  areCaptionsOn: boolean;
  /** Whether the captions may be stopped. Those of a recording may not: it plays once. */
  mayStop: boolean;
}

export type SpendingEvent =
  | CostEvent
  /** A person started captions. */
  | { type: 'captions-started' }
  /** Captions go on after sleep. They are the captions of before. */
  | { type: 'captions-resumed' }
  /** Time has passed, or the limit may have changed. */
  | { type: 'check' };

type Notice = 'near' | 'stopped' | 'passed' | null;

export type SpendingEffect = { type: 'stop-captions' } | { type: 'notice'; notice: Notice };

/** The share of the limit at which each level begins. At `near`, a person is warned. */
const shares = { near: 0.9, reached: 1 };

/**
 * A level ends below this share of its beginning. The service may count a few seconds less of a session
 * than the clock did while it was open, which must not bring the limit back.
 */
const endShare = 0.95;

export const initialSpending = (month: Month, limitDollars: number | null): Spending => ({
  ...{ costs: noCosts(month), limitDollars, level: 'below', exemptMonth: null },
});

/**
 * Stops the captions that are on when the limit of the month is reached, and warns before. Captions that
 * a person starts afterwards go on until the next month, or until the limit changes.
 */
export function stepSpending(
  before: Spending,
  event: SpendingEvent,
  facts: SpendingFacts,
): [Spending, SpendingEffect[]] {
  const known = knownIn(before, facts);
  const costs = isCostEvent(event) ? count(known.costs, event) : known.costs;
  const level = levelOf(spentDollars(costs, facts.monotonicMs), facts.limitDollars, known.level);
  const after: Spending = {
    ...known,
    costs,
    level,
    exemptMonth: exemptIn(known, event, level, facts),
  };
  return [after, effectsOf({ before, known, after }, event, facts)];
}

const isCostEvent = (event: SpendingEvent): event is CostEvent =>
  event.type === 'counted' || event.type === 'opened' || event.type === 'closed';

/** What was known holds for the same month and the same limit. */
function knownIn(before: Spending, { month, limitDollars }: SpendingFacts): Spending {
  const isSameLimit = limitDollars === before.limitDollars;
  return {
    costs: inMonth(before.costs, month),
    limitDollars,
    level: isSameLimit && isSameMonth(before.costs.month, month) ? before.level : 'below',
    exemptMonth: isSameLimit ? before.exemptMonth : null,
  };
}

function levelOf(
  dollars: number,
  limitDollars: number | null,
  before: SpendingLevel,
): SpendingLevel {
  if (limitDollars === null) return 'below';
  const isAt = (level: keyof typeof shares): boolean => {
    const share = rank(before) < rank(level) ? shares[level] : shares[level] * endShare;
    return dollars >= limitDollars * share;
  };
  if (isAt('reached')) return 'reached';
  return isAt('near') ? 'near' : 'below';
}

const rank = (level: SpendingLevel): number => levels.indexOf(level);

function exemptIn(
  { exemptMonth }: Spending,
  event: SpendingEvent,
  level: SpendingLevel,
  { month, limitDollars, areCaptionsOn }: SpendingFacts,
): Month | null {
  if (level === 'reached') {
    // A read follows a launch or a changed clock. What it finds was spent before the app could know it.
    const isReachedBefore =
      event.type === 'counted' && areCaptionsOn && event.dollars >= (limitDollars ?? Infinity);
    return event.type === 'captions-started' || isReachedBefore ? month : exemptMonth;
  }
  // The limit counts again. After a corrected clock, that of another month may return.
  return exemptMonth !== null && isSameMonth(exemptMonth, month) ? null : exemptMonth;
}

interface Change {
  before: Spending;
  /** What of it holds in this step. */
  known: Spending;
  after: Spending;
}

function effectsOf(
  { before, known, after: { level, exemptMonth } }: Change,
  event: SpendingEvent,
  { month, areCaptionsOn, mayStop }: SpendingFacts,
): SpendingEffect[] {
  const isRisen = rank(level) > rank(known.level);
  const isExempt = exemptMonth !== null && isSameMonth(exemptMonth, month);
  if (level === 'reached' && (isRisen || event.type === 'captions-resumed'))
    if (areCaptionsOn && mayStop && !isExempt)
      return [{ type: 'stop-captions' }, { type: 'notice', notice: 'stopped' }];

  const ofCaptions = { below: null, near: 'near', reached: 'passed' } as const;
  const isAboutCaptions = areCaptionsOn && level === 'near';
  switch (event.type) {
    case 'captions-started':
    case 'captions-resumed':
      return [{ type: 'notice', notice: ofCaptions[level] }];
    case 'counted':
      // What was spent before concerns nobody until captions are on.
      if (areCaptionsOn) return [{ type: 'notice', notice: ofCaptions[level] }];
      break;
    default:
      if (isRisen && (isAboutCaptions || level === 'reached'))
        return [{ type: 'notice', notice: ofCaptions[level] }];
  }
  // What was shown about an earlier limit or month, or before a bill, says nothing about now.
  const isFallen = rank(level) < rank(before.level);
  return isFallen ? [{ type: 'notice', notice: isAboutCaptions ? 'near' : null }] : [];
}
