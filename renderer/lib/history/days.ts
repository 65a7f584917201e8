import { dayWords } from '../date-time/date-time.ts';

/** What began on one day. */
export interface Day<T> {
  /** The first of them, which tells two days apart. */
  id: string;
  title: string;
  rows: T[];
}

/** Groups what is in order by the day in which it began, local time. */
export function byDay<T extends { type: string; id: number; startedAtMs: number }>(
  rows: readonly T[],
  nowMs: number,
): Day<T>[] {
  const days: Day<T>[] = [];
  for (const row of rows) {
    const title = dayWords(row.startedAtMs, nowMs);
    const last = days.at(-1);
    if (last?.title === title) last.rows.push(row);
    else days.push({ id: `${row.type}-${row.id}`, title, rows: [row] });
  }
  return days;
}
