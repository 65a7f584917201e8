import { onTestFinished } from 'vitest';
import type { HeldKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { WaylandKeyboard } from '../../tools/desktop-harness/wayland/keyboard.ts';

/**
 * Holds a chord. It is released at the latest when the test ends: keys that a failed test leaves down would
 * be held in every test after it.
 */
export async function holdForTest(
  keyboard: Pick<WaylandKeyboard, 'hold'>,
  chord: string,
): Promise<Pick<HeldKeys, 'release'>> {
  const held = await keyboard.hold(chord);
  let released: Promise<void> | null = null;
  const release = (): Promise<void> => (released ??= held.release());
  onTestFinished(release);
  return { release };
}
