import { parseAccelerator, type Modifier } from '#shared/accelerator.ts';
import * as native from '../../../../tools/desktop-harness/wine/programs/native.ts';
import { virtualKeyOf } from '../../../key-watch/virtual-keys.ts';
import { MessageWindow } from '../../insertion/windows/message-window.ts';
import type { ShortcutRegistry } from '../global-shortcut/global-shortcut.electron.ts';

/* Registers shortcuts with RegisterHotKey, as Electron does on Windows, without Electron. */
const flagOf: Record<Modifier, number> = { alt: 1, control: 2, shift: 4, super: 8 };
const hotKeyMessage = 0x312;

export class RegisteredHotKeys implements ShortcutRegistry {
  readonly #ids = new Map<string, number>();
  readonly #callbacks = new Map<number, () => void>();
  readonly #window = new MessageWindow((message, id) => {
    if (message !== hotKeyMessage) return null;
    this.#callbacks.get(id)?.();
    return 0;
  });
  #count = 0;

  grab(accelerator: string, onPress: () => void): 'taken' | 'unknown' | null {
    // A single key counts, too, while another shortcut is held.
    const chord = parseAccelerator(accelerator, false);
    const key = chord && virtualKeyOf(chord.key);
    if (chord === null || key === null) return 'unknown';
    const flags = chord.modifiers.reduce((sum, modifier) => sum | flagOf[modifier], 0);
    const id = (this.#count += 1);
    if (native.RegisterHotKey(this.#window.handle, id, flags, key) === 0) return 'taken';
    this.#ids.set(accelerator, id);
    this.#callbacks.set(id, onPress);
    return null;
  }

  release(accelerator: string): void {
    const id = this.#ids.get(accelerator);
    if (id === undefined) return;
    native.UnregisterHotKey(this.#window.handle, id);
    this.#ids.delete(accelerator);
    this.#callbacks.delete(id);
  }
}
