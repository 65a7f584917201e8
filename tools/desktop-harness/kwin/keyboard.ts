import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { keyboardThat, type SetKey, type WaylandKeyboard } from '../wayland/keyboard.ts';

/** A keyboard on KWin. Its protocol hands over no files, so a few lines of Python speak it. */
export async function openKeyboard(env: Record<string, string>): Promise<WaylandKeyboard> {
  // It ends with its standard input, so it never outlives the tests.
  const child = spawn('/usr/bin/python3', [join(import.meta.dirname, 'keyboard.py')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const isTaken = async (): Promise<void> => {
    if ((await lines.next()).done === true) throw new Error('The keyboard has ended.');
  };
  await isTaken();
  const setKey: SetKey = async (keycode, isDown) => {
    child.stdin.write(`${keycode} ${isDown ? 'down' : 'up'}\n`);
    await isTaken();
  };
  return keyboardThat(setKey, () => child.kill());
}
