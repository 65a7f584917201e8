/** A position in a recording, such as `3:20` or `1:03:20`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3_600);
  const isLong = hours > 0;
  return `${isLong ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/**
 * A stretch of time, such as `3 min 20 s`; with hours, the seconds are left out. What is begun
 * counts, as it does on a bill.
 */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.ceil(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
