import type { XTest } from 'x11';
import { X11Keyboard } from '../../key-watch/x11-keyboard.ts';
import { parseAccelerator, type Modifier } from '#shared/accelerator.ts';
import { XConnection } from '../insertion/x-server/connection.ts';

const keyOf: Record<Modifier, string> = {
  control: 'Control_L',
  alt: 'Alt_L',
  shift: 'Shift_L',
  super: 'Super_L',
};

/**
 * Presses the keys of a shortcut on an X server as a keyboard does.
 *
 * @returns a function that releases them; null if this keyboard lacks one of the keys
 */
export async function pressOnX11(
  display: string,
  accelerator: string,
): Promise<(() => Promise<void>) | null> {
  const chord = parseAccelerator(accelerator, false);
  const layout = await X11Keyboard.open(display);
  if (chord === null || typeof layout === 'string') return null;
  const names = [...chord.modifiers.map((modifier) => keyOf[modifier]), chord.key];
  const keycodes = names.map((name) => layout.keycodeOf(name)).filter((code) => code !== null);
  if (keycodes.length < names.length) return null;
  const connection = await XConnection.open(display);
  const xtest = await connection.ask<XTest>((reply) => connection.X.require('xtest', reply));
  for (const code of keycodes) xtest.FakeInput(xtest.KeyPress, code, 0, 0, 0, 0);
  return async () => {
    for (const code of keycodes.toReversed()) xtest.FakeInput(xtest.KeyRelease, code, 0, 0, 0, 0);
    await connection.ask((reply) => connection.X.GetInputFocus(reply));
    connection.close();
  };
}
