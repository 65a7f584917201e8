import { cpus } from 'node:os';
import type { ClientName } from './peers/client.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';

/** Percentiles of many measurements, or a single number. */
type Figures = Percentiles | number;

/** The measured programs: the clients, a script that pastes a text at the cursor, and a page with captions. */
export type Measured = ClientName | 'script' | 'centred-page';

const columns: Record<Measured, string> = {
  captionkey: 'CaptionKey',
  'plain-ws': '`ws` + `mic`',
  'official-sdk': 'SDK + SoX',
  'bare-naudiodon': 'naudiodon + `ws`',
  script: '`xclip` + `xdotool`',
  'centred-page': 'a centred page',
};

/** A row of the table: what was measured, the figures, and CaptionKey's budget. */
export interface Row {
  /** Includes the unit, unless it is milliseconds. */
  what: string;
  figures: Partial<Record<Measured, Figures>>;
  /** The limit for p95 or the single number; null if there is none. */
  budget: number | null;
}

/** A row with CaptionKey's figures only. @throws if nothing was measured */
export const ownRow = (what: string, budget: number | null, valuesMs: number[]): Row => ({
  what,
  figures: { captionkey: percentilesOf(valuesMs) },
  budget,
});

/** The machine and the rows as a Markdown table, without empty columns. */
export function tableOf(rows: Row[]): string {
  const names = (Object.keys(columns) as Measured[]).filter((name) =>
    rows.some(({ figures }) => figures[name] !== undefined),
  );
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `On ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}. Milliseconds`,
    'unless noted: p50 / p95 / p99 (number of measurements). The budget is for p95.',
    '',
    line(['what', ...names.map((name) => columns[name]), 'budget']),
    line(['---', ...names.map(() => '---:'), '---:']),
    ...rows.map(({ what, figures, budget }) =>
      line([
        what,
        ...names.map((name) => shown(figures[name])),
        budget === null ? '' : `${budget}, ${verdict(figures.captionkey, budget)}`,
      ]),
    ),
  ].join('\n');
}

function shown(figures: Figures | undefined): string {
  if (figures === undefined) return '';
  if (typeof figures === 'number') return rounded(figures);
  const { p50, p95, p99, count } = figures;
  return `${[p50, p95, p99].map(rounded).join(' / ')} (${count})`;
}

/** More digits would not be repeatable. */
const rounded = (value: number): string =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);

function verdict(figures: Figures | undefined, budget: number): string {
  if (figures === undefined) return 'not measured';
  return (typeof figures === 'number' ? figures : figures.p95) <= budget ? 'met' : 'NOT MET';
}
