/** The kernel's codes of F13 to F24 plus 8, as X servers on Linux number their keys. */
const firstKeycode = 191;

/** Those of the keys for music. A headset's button is the first of them. */
const mediaKeys: Record<string, number> = {
  MediaPlayPause: 172,
  MediaNextTrack: 171,
  MediaPreviousTrack: 173,
  MediaStop: 174,
};

/**
 * The keycode of a key that is looked up by its place: F13 to F24, which macro pads send, and the keys for
 * music. The usual layouts have other names at the places of the former, such as XF86Launch5 for F14, or
 * none, so no search by name finds them.
 *
 * @param key as accelerators name it
 * @returns null for every other key
 */
export function placeOfKey(key: string): number | null {
  const number = Number(/^F(1[3-9]|2[0-4])$/.exec(key)?.[1] ?? Number.NaN);
  return Number.isNaN(number) ? (mediaKeys[key] ?? null) : firstKeycode + number - 13;
}
