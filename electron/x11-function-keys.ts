/** The kernel's codes of F13 to F24 plus 8, as X servers on Linux number their keys. */
const firstKeycode = 191;

/**
 * The keycode of F13 to F24, which macro pads send. The usual layouts have other names at these
 * places, such as XF86Launch5 for F14, or none, so no search by name finds them.
 *
 * @param key as accelerators name it
 * @returns null for every other key
 */
export function placeOfFunctionKey(key: string): number | null {
  const number = Number(/^F(1[3-9]|2[0-4])$/.exec(key)?.[1] ?? Number.NaN);
  return Number.isNaN(number) ? null : firstKeycode + number - 13;
}
