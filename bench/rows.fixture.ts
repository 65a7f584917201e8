import { expect } from 'vitest';
import type { Measured, Row } from './table.ts';

/** Every row has figures of these clients, whatever they are. */
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
