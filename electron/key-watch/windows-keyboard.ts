import koffi from 'koffi';
import type { Chord } from '#shared/accelerator.ts';
import { virtualKeyOf } from './virtual-keys.ts';
import type { KeyStates, Side } from './windows-keys.ts';

/* Virtual-key codes of the left and right modifiers. */
const codeOf: Record<Side, number> = {
  ...{ Shift: 0xa0, ShiftRight: 0xa1, Ctrl: 0xa2, CtrlRight: 0xa3 },
  ...{ Alt: 0xa4, AltRight: 0xa5, Meta: 0x5b, MetaRight: 0x5c },
};

/** An unassigned virtual-key code, so that pressing it has no effect. */
const maskKey = 0xe8;
const keyUp = 2;

const user32 = koffi.load('user32.dll');
const stateOf: (key: number) => unknown = user32.func('int16 GetAsyncKeyState(int32 key)');
const sendKey: (key: number, scan: number, flags: number, extra: number) => unknown = user32.func(
  'void keybd_event(uint8 key, uint8 scan, uint32 flags, uintptr_t extra)',
);

/** The current state of the keyboard on Windows. */
export class WindowsKeyboard implements KeyStates {
  isSideDown(side: Side): boolean {
    return isDown(codeOf[side]);
  }

  isDown({ key }: Chord): boolean {
    const code = virtualKeyOf(key);
    return code !== null && isDown(code);
  }

  maskMenu(): void {
    sendKey(maskKey, 0, 0, 0);
    sendKey(maskKey, 0, keyUp, 0);
  }
}

/** The upper bit is set while a key is down. */
const isDown = (key: number): boolean => Number(stateOf(key)) < 0;
