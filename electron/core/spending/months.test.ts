import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSameMonth } from './costs.ts';
import { at, captioning, closed, counted, resume, Run, start } from './spending.fixture.ts';

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

  test.each([1, 1.5])('captions that began before %d dollars were read go on, too', (dollars) => {
    const run = captioning();
    expect(run.step(at(10, 9), counted(dollars))).toEqual(['passed']);
    expect(run.step(at(10, 12))).toEqual([]);
  });

  test('captions that were paused while the limit was read as reached stop when they go on', () => {
    const run = captioning();
    run.captions(false);
    expect(run.step(at(10, 9), counted(1.5))).toEqual([]);
    run.captions(true);
    expect(run.step(at(10, 9, 1), resume)).toEqual(['stop-captions', 'stopped']);
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

  test('a session is forgotten once the database has it', () => {
    const run = captioning();
    run.step(at(10, 9, 30), closed(1_800));
    run.step(at(10, 9, 31), counted(0.5, at(10, 9), ['1']));
    expect(run.spending.costs).toMatchObject({ open: [], closed: [] });
  });

  test('the bill of a session that is unknown or billed already costs nothing more', () => {
    const run = captioning();
    run.step(at(10, 9, 30), closed(1_800));
    run.step(at(10, 9, 30), closed(1_800));
    run.step(at(10, 9, 30), closed(1_800, 'unknown'));
    expect(run.spent(at(10, 9, 30))).toBeCloseTo(0.5);
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

  test.each([
    ['meanwhile', wrong],
    ['at the very end', at(1, 0, 0, 10)],
  ])('does not count for the right month what began %s', (_when, began) => {
    const run = new Run(1, end);
    run.step(wrong);
    run.open(began);
    expect(run.step(at(31, 23))).toEqual([]);
    expect(run.spent(at(31, 23))).toBe(0);
  });

  test('does not take the level of the right month with it', () => {
    const run = new Run(1, end);
    run.step(end, start);
    run.step(end, counted(1.2, end));
    expect(run.step(wrong, counted(0.97, wrong))).toEqual(['near']);
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

test('a journey may move one end of a month, which then is another month', () => {
  const inLondon = { startMs: Date.UTC(2026, 2), endMs: Date.UTC(2026, 2, 31, 23) };
  const inAccra = { ...inLondon, endMs: Date.UTC(2026, 3) };
  const inAzores = { ...inLondon, startMs: Date.UTC(2026, 2, 1, 1) };
  expect(isSameMonth(inLondon, { ...inLondon })).toBe(true);
  expect(isSameMonth(inLondon, inAccra)).toBe(false);
  expect(isSameMonth(inLondon, inAzores)).toBe(false);
});
