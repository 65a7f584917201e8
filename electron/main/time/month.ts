/** The start of the month of a time, by this computer's time zone. All in milliseconds since 1970. */
export function startOfMonth(timeMs: number): number {
  const time = new Date(timeMs);
  return new Date(time.getFullYear(), time.getMonth()).getTime();
}

/** The start of the month after that of a time. */
export function startOfNextMonth(timeMs: number): number {
  const time = new Date(timeMs);
  return new Date(time.getFullYear(), time.getMonth() + 1).getTime();
}
