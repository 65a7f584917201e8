import { expect, test } from 'vitest';
import type { System } from '#shared/system.ts';
import { DesktopHotkeys } from './desktop-hotkeys.ts';

/* A registry that takes no key, and no key watch, because nothing is held. */
async function problemOf(accelerator: string, system: System): Promise<string | undefined> {
  const shortcuts = { grab: () => 'taken' as const, release: () => undefined };
  const fork = (): never => {
    throw new Error('Nothing is held.');
  };
  const hotkeys = new DesktopHotkeys(
    { fork, shortcuts, system },
    () => undefined,
    () => undefined,
  );
  const { problem } = await hotkeys.bind({ action: 'captions', accelerator, isHeld: false });
  return problem?.code;
}

test.each(['MediaPlayPause', 'MediaNextTrack', 'MediaPreviousTrack', 'MediaStop'])(
  'macOS refuses %s without the permission, and no other app has taken it',
  async (accelerator) => {
    expect(await problemOf(accelerator, 'macos')).toBe('media-key-accessibility');
  },
);

test('Windows refuses a key for music that another app has', async () => {
  expect(await problemOf('MediaPlayPause', 'windows')).toBe('shortcut-taken');
});

test('another shortcut that is refused on macOS is taken', async () => {
  expect(await problemOf('Control+F9', 'macos')).toBe('shortcut-taken');
});
