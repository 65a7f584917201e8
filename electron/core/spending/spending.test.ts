import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  initialSpending,
  spentDollars,
  stepSpending,
  type Spending,
  type SpendingEffect,
  type SpendingEvent,
  type SpendingFacts,
} from './spending.ts';

/** An hour of it costs a dollar, so minutes are easy to count. */
const session = (startedAt: Date, id = '1') => ({
  ...{ id, startedAtMs: startedAt.getTime(), dollarsPerHour: 1 },
});
const check: SpendingEvent = { type: 'check' };
const begin: SpendingEvent = { type: 'captions-began' };
const closed = (seconds: number, id = '1'): SpendingEvent => ({
  ...{ type: 'closed', id, seconds, dollarsPerHour: 1 },
});
const monthOf = (time: Date): number => new Date(time.getFullYear(), time.getMonth()).getTime();
const at = (day: number, hour: number, minute = 0, month = 9): Date =>
  new Date(2026, month, day, hour, minute);

/** Runs events, each at its time. Captions are on, unless a step says otherwise. */
class Run {
  spending: Spending;
  facts: Pick<SpendingFacts, 'limitDollars' | 'areCaptionsOn' | 'mayStop'>;

  constructor(limitDollars: number | null, start = at(10, 9)) {
    this.spending = initialSpending(monthOf(start), limitDollars);
    this.facts = { limitDollars, areCaptionsOn: true, mayStop: true };
  }

  step(time: Date, event: SpendingEvent = check): (string | null)[] {
    const facts = { ...this.facts, nowMs: time.getTime(), monthStartMs: monthOf(time) };
    const [after, effects] = stepSpending(this.spending, event, facts);
    this.spending = after;
    return effects.map(nameOf);
  }

  open(time: Date, id = '1'): (string | null)[] {
    return this.step(time, { type: 'opened', session: session(time, id) });
  }
}

const nameOf = (effect: SpendingEffect): string | null =>
  effect.type === 'notice' ? effect.notice : effect.type;

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
  expect(spentDollars(run.spending, at(10, 9, 20).getTime())).toBeCloseTo(40 / 60);
  expect(run.step(at(10, 9, 40))).toEqual(['stop-captions', 'stopped']);
});

test('captions that are started after the limit go on, with the notice', () => {
  const run = captioning();
  run.step(at(10, 10));
  run.step(at(10, 10), closed(3_600));
  expect(run.step(at(10, 11), begin)).toEqual(['passed']);
  run.open(at(10, 11), '2');
  expect(run.step(at(10, 15))).toEqual([]);
});

test('a session that the service counts as shorter does not bring the limit back', () => {
  const run = captioning();
  run.step(at(10, 10));
  run.step(at(10, 10), closed(3_590));
  run.step(at(10, 11), begin);
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
  const counted = (dollars: number): SpendingEvent => ({
    ...{ type: 'counted', monthStartMs: at(1, 0).getTime(), dollars },
  });

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
    expect(run.step(at(10, 9), begin)).toEqual(['passed']);
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
    expect(spentDollars(run.spending, at(1, 0, 0, 10).getTime())).toBe(0);
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
      expect(spentDollars(run.spending, at(1, 0, 31, 10).getTime())).toBe(0);
    });

    test('and of the year', () => {
      const run = new Run(1, at(31, 22, 0, 11));
      run.open(at(31, 22, 0, 11));
      run.step(at(31, 23, 30, 11));
      expect(run.step(new Date(2027, 0, 1, 0, 1))).toEqual([null]);
    });
  },
);
