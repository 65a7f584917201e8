import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parseAccelerator, type Chord } from '#shared/accelerator.ts';
import { forkWith } from '../../../../test/support/fork.ts';
import { patient } from '../../../../test/support/patient.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { pressKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import { clickPointer } from '../../../../tools/desktop-harness/pointer.ts';
import { startProgram, type TextTarget } from '../../../../tools/desktop-harness/targets.ts';
import { X11Insertion } from '../../insertion/x11/x11-insertion.ts';
import { KeyWatchClient } from './key-watch-client.ts';

/* The real key watch reports other input, beside a real paste. */
let screen: VirtualDisplay;
let client: KeyWatchClient;
let insertion: X11Insertion;
let entry: TextTarget;
let presses: number;
let forked: { kill: () => void };

const chordOf = (accelerator: string): Chord => {
  const chord = parseAccelerator(accelerator, false);
  if (chord === null) throw new Error(`${accelerator} is no shortcut`);
  return chord;
};

beforeAll(async () => {
  screen = await startDisplay({ width: 640, height: 480 });
  insertion = new X11Insertion(screen.display);
});
afterAll(async () => {
  await insertion.dispose();
  await screen.stop();
});
beforeEach(async () => {
  presses = 0;
  const fork = forkWith({ DISPLAY: screen.display });
  client = new KeyWatchClient(
    (entryFile) => {
      const child = fork(entryFile);
      forked = child;
      return child;
    },
    {
      heard: (event) => {
        if (event === 'press') presses += 1;
      },
      changed: () => undefined,
    },
  );
  await client.start(chordOf('Control+Alt+Space'));
  client.setOwnKeys([chordOf('Control+Alt+Space'), chordOf('Control+Alt+V'), chordOf('Escape')]);
  entry = await startProgram(screen.display, 'gtk_entry');
});
afterEach(async () => {
  client.stop();
  await entry.stop();
});

/**
 * Waits until earlier presses are reported: reports come in order, so the report of the dictation key is
 * the last one.
 */
async function settled(): Promise<void> {
  const before = presses;
  await pressKeys(screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(presses).toBe(before + 1), patient);
}

async function paste(): Promise<number | null> {
  const outcome = await insertion.insert('Dictated', await insertion.focused());
  if (outcome.type !== 'inserted') throw new Error(`It is ${outcome.type}.`);
  return outcome.serverTimeMs ?? null;
}

test('Enter is input, and the paste, modifiers and shortcuts of CaptionKey are not', async () => {
  const hadInput = client.watchInput(await paste());
  for (const keys of [
    'Shift_L',
    'Control_R',
    'Alt_L',
    'Caps_Lock',
    'Caps_Lock',
    'ctrl+alt+v',
    'Escape',
  ])
    await pressKeys(screen.display, keys);
  await settled();
  expect(hadInput()).toBe(false);
  await pressKeys(screen.display, 'Return');
  await settled();
  expect(hadInput()).toBe(true);
});

test('a press right after the paste is input, although the watch begins later', async () => {
  const pasted = await paste();
  await pressKeys(screen.display, 'Return');
  await settled();
  const hadInput = client.watchInput(pasted);
  await settled();
  expect(hadInput()).toBe(true);
});

test('a click is input, and input of an earlier watch is not', async () => {
  const before = client.watchInput(await paste());
  await pressKeys(screen.display, 'a');
  await settled();
  const hadInput = client.watchInput(await paste());
  await settled();
  expect([before(), hadInput()]).toEqual([true, false]);
  await clickPointer(screen.display);
  await settled();
  expect(hadInput()).toBe(true);
});

test('nothing is known if the key watch has ended meanwhile', async () => {
  const hadInput = client.watchInput(null);
  expect(hadInput()).toBe(false);
  forked.kill();
  await vi.waitFor(() => expect(hadInput()).toBeNull(), patient);
});
