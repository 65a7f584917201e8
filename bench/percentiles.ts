/** Percentiles of a measurement in milliseconds. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
  count: number;
}

/** @throws if the list is empty */
export function percentilesOf(valuesMs: number[]): Percentiles {
  const sorted = valuesMs.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    if (value === undefined) throw new Error('Nothing was measured.');
    return value;
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length };
}
