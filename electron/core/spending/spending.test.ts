import { describe, expect, test } from 'vitest';
import { at, captioning, closed, resume, Run, start } from './spending.fixture.ts';

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

test('captions that start without a limit end the notice', () => {
  expect(new Run(null).step(at(10, 9), start)).toEqual([null]);
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

  test('that the service counts as a little shorter leaves the warning', () => {
    const run = captioning();
    run.step(at(10, 10));
    expect(run.step(at(10, 10), closed(3_400))).toEqual(['near']);
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
  test('stop if resuming is the first event after the limit was reached', () => {
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

  test('upwards by a few cents has to be reached, too', () => {
    const run = captioning();
    run.step(at(10, 10));
    run.facts.limitDollars = 1.03;
    expect(run.step(at(10, 10))).toEqual(['near']);
    expect(run.step(at(10, 10, 2))).toEqual(['stop-captions', 'stopped']);
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
