import fc from 'fast-check';

/** A time without a network. */
export const outage = fc
  .record({
    fromMs: fc.nat(40_000),
    lengthMs: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1_000, max: 20_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 120_000 }) },
    ),
  })
  .map(({ fromMs, lengthMs }) => ({ fromMs, toMs: fromMs + lengthMs }));

/** The service ends a turn after a minute, and after ten seconds where it names speakers. */
export const longestTurnMs = fc.constantFrom(60_000, 60_000, 10_000);
