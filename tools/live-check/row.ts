import type { Service } from './live-session.ts';

/** A fact about the service that the app relies on, and whether it holds. */
export interface Row {
  fact: string;
  expected: string;
  seen: string;
  /** Null if there is no expectation, so that the row only reports. */
  holds: boolean | null;
}

/** A group of facts. */
export interface Check {
  /** The argument that chooses it. */
  name: string;
  /** The total time in which its sessions are open, which the service charges. */
  openSeconds: number;
  run(service: Service): Promise<Row[]>;
}

const verdict = (holds: boolean | null): string => (holds === null ? '' : holds ? 'yes' : 'NO');

/** The rows as a table in Markdown. */
export function tableOf(rows: Row[]): string {
  const cells = [
    ['fact', 'expected', 'seen', 'holds'],
    ...rows.map(({ fact, expected, seen, holds }) => [fact, expected, seen, verdict(holds)]),
  ].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')));
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
