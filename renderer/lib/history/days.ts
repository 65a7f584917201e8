import { dayWords } from '../date-time/date-time.ts';

/** What began on one day. */
export interface Day<T> {
  /** Tells two days apart, and stays when others come before or after. */
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
    else {
      const same = days.filter((day) => day.title === title).length;
      days.push({ id: `${dateOf(row.startedAtMs)}-${same}`, title, rows: [row] });
    }
  }
  return days;
}

function dateOf(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
}
