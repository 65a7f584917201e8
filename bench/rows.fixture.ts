import { expect } from 'vitest';
import type { Measured, Row } from './table.ts';

/** Expects finite figures for these clients in every row. */
export function expectFigures(rows: Row[], names: readonly Measured[]): void {
  expect(rows).not.toEqual([]);
  for (const { figures } of rows) {
    expect(Object.keys(figures)).toEqual(names);
    for (const figure of Object.values(figures)) {
      const numbers = typeof figure === 'number' ? [figure] : [figure.p50, figure.p95, figure.p99];
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  }
}
