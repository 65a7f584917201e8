const two = (number: number): string => String(number).padStart(2, '0');

/** A time in the local time zone, in a form that every language can read and that sorts correctly. */
export function dateTimeOf(atMs: number): string {
  const at = new Date(atMs);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
