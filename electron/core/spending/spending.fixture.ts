import { spentDollars, type Month } from './costs.ts';
import {
  initialSpending,
  stepSpending,
  type Spending,
  type SpendingEffect,
  type SpendingEvent,
  type SpendingFacts,
} from './spending.ts';

/** An hour of it costs a dollar, so minutes are easy to count. */
const session = (startedAt: Date, monotonicStartMs: number, id: string) => ({
  ...{ id, startedAtMs: startedAt.getTime(), monotonicStartMs, dollarsPerHour: 1 },
});
export const check: SpendingEvent = { type: 'check' };
export const start: SpendingEvent = { type: 'captions-started' };
export const resume: SpendingEvent = { type: 'captions-resumed' };
export const closed = (seconds: number, id = '1'): SpendingEvent => ({
  ...{ type: 'closed', id, seconds, dollarsPerHour: 1 },
});
const monthOf = (time: Date): Month => ({
  startMs: new Date(time.getFullYear(), time.getMonth()).getTime(),
  endMs: new Date(time.getFullYear(), time.getMonth() + 1).getTime(),
});
export const at = (day: number, hour: number, minute = 0, month = 9): Date =>
  new Date(2026, month, day, hour, minute);

/** Runs events, each at its time. Captions are on, unless a step says otherwise. */
export class Run {
  spending: Spending;
  /** How far the wall clock is ahead of the monotonic clock: it goes on in sleep, and people set it. */
  aheadMs = 0;
  facts: Pick<SpendingFacts, 'limitDollars' | 'areCaptionsOn' | 'mayStop'>;

  constructor(limitDollars: number | null, start = at(10, 9)) {
    this.spending = initialSpending(monthOf(start), limitDollars);
    this.facts = { limitDollars, areCaptionsOn: true, mayStop: true };
  }

  step(time: Date, event: SpendingEvent = check): (string | null)[] {
    const monotonicMs = time.getTime() - this.aheadMs;
    const facts = { ...this.facts, monotonicMs, month: monthOf(time) };
    const [after, effects] = stepSpending(this.spending, event, facts);
    this.spending = after;
    return effects.map(nameOf);
  }

  open(time: Date, id = '1'): (string | null)[] {
    const monotonicMs = time.getTime() - this.aheadMs;
    return this.step(time, { type: 'opened', session: session(time, monotonicMs, id) });
  }

  /** Captions are on or off from now on. */
  captions(areCaptionsOn: boolean): void {
    this.facts.areCaptionsOn = areCaptionsOn;
  }

  spent(time: Date): number {
    return spentDollars(this.spending.costs, time.getTime() - this.aheadMs);
  }
}

const nameOf = (effect: SpendingEffect): string | null =>
  effect.type === 'notice' ? effect.notice : effect.type;

/** The database was read in the month of a time. */
export const counted = (
  dollars: number,
  time = at(10, 9),
  includedIds: string[] = [],
): SpendingEvent => ({
  ...{ type: 'counted', month: monthOf(time), dollars, includedIds },
});

/** A limit of a dollar, which an hour costs, with captions from nine on. */
export function captioning(): Run {
  const run = new Run(1);
  run.open(at(10, 9));
  return run;
}
