const two = (number: number): string => String(number).padStart(2, '0');

/** A moment in local time that every language reads and every sorting puts in order. */
export function momentOf(atMs: number): string {
  const at = new Date(atMs);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
