import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
const check: SpendingEvent = { type: 'check' };
const start: SpendingEvent = { type: 'captions-started' };
const resume: SpendingEvent = { type: 'captions-resumed' };
const closed = (seconds: number, id = '1'): SpendingEvent => ({
  ...{ type: 'closed', id, seconds, dollarsPerHour: 1 },
});
const monthOf = (time: Date): Month => ({
  startMs: new Date(time.getFullYear(), time.getMonth()).getTime(),
  endMs: new Date(time.getFullYear(), time.getMonth() + 1).getTime(),
});
const at = (day: number, hour: number, minute = 0, month = 9): Date =>
  new Date(2026, month, day, hour, minute);

/** Runs events, each at its time. Captions are on, unless a step says otherwise. */
class Run {
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
const counted = (dollars: number, time = at(10, 9), includedIds: string[] = []): SpendingEvent => ({
  ...{ type: 'counted', month: monthOf(time), dollars, includedIds },
});

/** A limit of a dollar, which an hour costs, with captions from nine on. */
function captioning(): Run {
  const run = new Run(1);
  run.open(at(10, 9));
  return run;
}

test('captions stop at the limit, and a notice comes at 90 percent of it', () => {
  const run = captioning();
  expect(run.step(at(10, 9, 53))).toEqual([]);
  expect(run.step(at(10, 9, 54))).toEqual(['near']);
  expect(run.step(at(10, 9, 59))).toEqual([]);
  expect(run.step(at(10, 10))).toEqual(['stop-captions', 'stopped']);
});

test('without a limit nothing happens, whatever is spent', () => {
  const run = new Run(null);
  run.open(at(10, 9));
  expect(run.step(at(20, 9))).toEqual([]);
});

test('parallel sessions cost in parallel, and those that are over count', () => {
  const run = captioning();
  run.open(at(10, 9), 'computer');
  expect(run.step(at(10, 9, 20), closed(20 * 60, 'computer'))).toEqual([]);
  expect(run.spent(at(10, 9, 20))).toBeCloseTo(40 / 60);
  expect(run.step(at(10, 9, 40))).toEqual(['stop-captions', 'stopped']);
});

test('captions that are started after the limit go on, with the notice', () => {
  const run = captioning();
  run.step(at(10, 10));
  run.step(at(10, 10), closed(3_600));
  expect(run.step(at(10, 11), start)).toEqual(['passed']);
  run.open(at(10, 11), '2');
  expect(run.step(at(10, 15))).toEqual([]);
});

describe('a session that is open', () => {
  const sleepMs = 8 * 3_600_000;

  test('costs nothing while the machine sleeps or the clock is set forward', () => {
    const run = captioning();
    run.step(at(10, 9, 30));
    run.aheadMs = sleepMs;
    expect(run.step(at(10, 17, 30))).toEqual([]);
    expect(run.spent(at(10, 17, 30))).toBeCloseTo(0.5);
    expect(run.step(at(10, 18))).toEqual(['stop-captions', 'stopped']);
  });

  test('that the service counts as much shorter brings the limit back', () => {
    const run = captioning();
    run.step(at(10, 10));
    expect(run.step(at(10, 10), closed(600))).toEqual([null]);
    expect(run.step(at(10, 11), start)).toEqual([null]);
    run.open(at(10, 11), '2');
    expect(run.step(at(10, 11, 45))).toEqual(['near']);
    expect(run.step(at(10, 11, 50))).toEqual(['stop-captions', 'stopped']);
  });

  test('brings it back also for captions that were started after the limit', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.step(at(10, 10), start);
    run.open(at(10, 10), '2');
    run.step(at(10, 10, 1), closed(600));
    expect(run.step(at(10, 10, 50))).toEqual(['stop-captions', 'stopped']);
  });
});

describe('captions that go on after sleep', () => {
  test('stop if the limit was reached meanwhile, whoever notices first', () => {
    const run = captioning();
    expect(run.step(at(10, 10), resume)).toEqual(['stop-captions', 'stopped']);
  });

  test('stop if their bill has reached it while they were paused', () => {
    const run = captioning();
    run.step(at(10, 9, 50), start);
    run.captions(false);
    expect(run.step(at(10, 10), closed(3_600))).toEqual(['passed']);
    run.captions(true);
    expect(run.step(at(10, 17), resume)).toEqual(['stop-captions', 'stopped']);
    expect(run.step(at(10, 18), start)).toEqual(['passed']);
  });

  test('go on if a person started them after the limit', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.step(at(10, 10), start);
    run.captions(false);
    run.step(at(10, 10, 1), closed(3_600));
    run.captions(true);
    expect(run.step(at(10, 17), resume)).toEqual(['passed']);
  });
});

test('a session that the service counts as shorter does not bring the limit back', () => {
  const run = captioning();
  run.step(at(10, 10));
  run.step(at(10, 10), closed(3_590));
  run.step(at(10, 11), start);
  run.open(at(10, 11), '2');
  expect(run.step(at(10, 12))).toEqual([]);
});

test('a dictation is not stopped, and the notice says that the limit is passed', () => {
  const run = captioning();
  run.facts.areCaptionsOn = false;
  expect(run.step(at(10, 9, 55))).toEqual([]);
  expect(run.step(at(10, 10, 1))).toEqual(['passed']);
});

test('captions of a recording are not stopped', () => {
  const run = captioning();
  run.facts.mayStop = false;
  expect(run.step(at(10, 10, 1))).toEqual(['passed']);
});

describe('a limit that changes', () => {
  test('upwards ends the notice, and stops captions again once it is reached', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.facts.limitDollars = 2;
    expect(run.step(at(10, 10, 1))).toEqual([null]);
    expect(run.step(at(10, 11))).toEqual(['stop-captions', 'stopped']);
  });

  test('a little upwards ends the notice, and warns when captions begin', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.captions(false);
    run.step(at(10, 10), closed(3_600));
    run.facts.limitDollars = 1.1;
    expect(run.step(at(10, 10, 1))).toEqual([null]);
    run.captions(true);
    expect(run.step(at(10, 10, 2), start)).toEqual(['near']);
  });

  test('downwards below what is spent stops captions at once', () => {
    const run = new Run(5);
    run.open(at(10, 9));
    run.step(at(10, 11));
    run.facts.limitDollars = 2;
    expect(run.step(at(10, 11))).toEqual(['stop-captions', 'stopped']);
  });

  test('to none ends the notice', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.facts.limitDollars = null;
    expect(run.step(at(10, 10, 1))).toEqual([null]);
  });
});

describe('after a launch', () => {
  test('what was spent before counts', () => {
    const run = new Run(1);
    run.facts.areCaptionsOn = false;
    expect(run.step(at(10, 9), counted(0.5))).toEqual([]);
    run.facts.areCaptionsOn = true;
    run.open(at(10, 9));
    expect(run.step(at(10, 9, 30))).toEqual(['stop-captions', 'stopped']);
  });

  test('a limit that was passed before is shown when captions begin, and does not stop them', () => {
    const run = new Run(1);
    run.facts.areCaptionsOn = false;
    expect(run.step(at(10, 9), counted(1.5))).toEqual([]);
    run.facts.areCaptionsOn = true;
    expect(run.step(at(10, 9), start)).toEqual(['passed']);
    run.open(at(10, 9));
    expect(run.step(at(10, 12))).toEqual([]);
  });

  test('captions that began before the database was read go on, too', () => {
    const run = captioning();
    expect(run.step(at(10, 9), counted(1.5))).toEqual(['passed']);
    expect(run.step(at(10, 12))).toEqual([]);
  });

  test('an answer about the month that has just ended does not count', () => {
    const run = captioning();
    run.step(at(1, 0, 0, 10), counted(5));
    expect(run.spent(at(1, 0, 0, 10))).toBe(0);
  });

  test('captions that began before the database was read stop if they reach the limit', () => {
    const run = captioning();
    expect(run.step(at(10, 9, 30), counted(0.5))).toEqual(['stop-captions', 'stopped']);
  });

  test('a session that closes while the database is read counts once', () => {
    const run = captioning();
    run.open(at(10, 9), 'before');
    run.step(at(10, 9, 12), closed(720, 'before'));
    run.step(at(10, 9, 18), closed(1_080));
    run.step(at(10, 9, 19), counted(0.4, at(10, 9), ['before']));
    expect(run.spent(at(10, 9, 19))).toBeCloseTo(0.7);
  });
});

describe('a clock that shows another month for a moment', () => {
  const end = at(31, 20);
  const wrong = at(1, 20, 0, 10);

  test('counts the right month again, with what is read and what has closed', () => {
    const run = new Run(1, end);
    run.step(end, counted(0.5, end));
    run.open(end);
    run.step(at(31, 20, 6), closed(360));
    run.step(wrong);
    expect(run.spent(wrong)).toBe(0);
    run.step(at(31, 20, 7));
    expect(run.spent(at(31, 20, 7))).toBeCloseTo(0.1);
    run.step(at(31, 20, 7), counted(0.6, end, ['1']));
    expect(run.spent(at(31, 20, 7))).toBeCloseTo(0.6);
  });

  test('does not count for the right month what began meanwhile', () => {
    const run = new Run(1, end);
    run.step(wrong);
    run.open(wrong);
    expect(run.step(at(31, 23))).toEqual([]);
    expect(run.spent(at(31, 23))).toBe(0);
  });

  test('does not stop captions that were started after the limit', () => {
    const run = new Run(1, end);
    run.open(end);
    run.step(at(31, 21));
    run.step(at(31, 21), start);
    run.step(wrong);
    expect(run.step(at(31, 21, 1))).toEqual(['passed']);
  });
});

describe.each(['America/Los_Angeles', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
  'the end of a month in %s',
  (zone) => {
    let before: string | undefined;
    beforeEach(() => {
      before = process.env.TZ;
      process.env.TZ = zone;
    });
    afterEach(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    test('begins the count again, at local midnight', () => {
      const run = new Run(1, at(31, 20));
      run.open(at(31, 20));
      expect(run.step(at(31, 21))).toEqual(['stop-captions', 'stopped']);
      run.step(at(31, 21), closed(3_600));
      expect(run.step(at(31, 23, 59))).toEqual([]);
      expect(run.step(at(1, 0, 0, 10))).toEqual([null]);
      run.open(at(1, 0, 0, 10), '2');
      expect(run.step(at(1, 1, 0, 10))).toEqual(['stop-captions', 'stopped']);
    });

    test('a session counts for the month in which it began', () => {
      const run = new Run(1, at(31, 23, 30));
      run.open(at(31, 23, 30));
      expect(run.step(at(1, 0, 30, 10))).toEqual([]);
      run.step(at(1, 0, 31, 10), closed(3_660));
      expect(run.spent(at(1, 0, 31, 10))).toBe(0);
    });

    test('and of the year', () => {
      const run = new Run(1, at(31, 22, 0, 11));
      run.open(at(31, 22, 0, 11));
      run.step(at(31, 23, 30, 11));
      expect(run.step(new Date(2027, 0, 1, 0, 1))).toEqual([null]);
    });
  },
);
