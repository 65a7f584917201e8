import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { tuning } from '#core/tuning.ts';
import { parseAccelerator, type Chord } from '#shared/accelerator.ts';
import { forkWith } from '../../../../test/support/fork.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { holdKeys, pressKeys, type HeldKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import { startOwned, type OwnedProcess } from '../../../../tools/desktop-harness/owned-process.ts';
import type { Child, Fork } from '../../processes/child.ts';
import { KeyWatchClient } from './key-watch-client.ts';
import { patient } from '../../../../test/support/patient.ts';

/* The real key watch, and keys pressed on a real X server. */
let screen: VirtualDisplay;
let forked: Child[];
let heard: ('press' | 'release' | 'other-key')[];
let held: HeldKeys | null;
let client: KeyWatchClient;

/** Longer than it takes to notice that a key is up, on a busy machine. */
/** The server repeats a key after 660 ms, then every 40 ms. */
const repeatsMs = 1_000;

beforeAll(async () => {
  screen = await startDisplay({ width: 640, height: 480 });
});
afterAll(() => screen.stop());

beforeEach(() => {
  forked = [];
  heard = [];
  held = null;
});
afterEach(async () => {
  vi.restoreAllMocks();
  client.stop();
  await held?.release();
});

const chordOf = (accelerator: string): Chord => {
  const chord = parseAccelerator(accelerator, false);
  if (chord === null) throw new Error(`${accelerator} is no shortcut`);
  return chord;
};

/** Starts to listen through a channel that may lose messages of the process. */
async function listen(
  accelerator = 'Control+Alt+Space',
  isLost: (message: unknown) => boolean = () => false,
  display = screen.display,
): Promise<void> {
  const realFork = forkWith({ DISPLAY: display });
  const fork: Fork = (entry) => {
    const child = realFork(entry);
    forked.push(child);
    return {
      ...child,
      onMessage: (callback) =>
        child.onMessage((message) => {
          if (!isLost(message)) callback(message);
        }),
    };
  };
  client = new KeyWatchClient(fork, {
    heard: (event) => heard.push(event),
    changed: () => undefined,
  });
  await client.start(chordOf(accelerator));
}

const hears = (...events: typeof heard): Promise<void> =>
  vi.waitFor(() => expect(heard).toEqual(events), patient);

test('a press and its release are reported, and a repeating key is one press', async () => {
  await listen();
  held = await holdKeys(screen.display, 'ctrl+alt+space');
  await hears('press');
  await sleep(repeatsMs);
  expect(heard).toEqual(['press']);
  await held.release();
  held = null;
  await hears('press', 'release');
});

test.each(['space', 'alt+space', 'ctrl+alt+shift+space', 'super+ctrl+alt+space', 'ctrl+alt+c'])(
  'Control+Alt+Space is not %s',
  async (other) => {
    await listen();
    await pressKeys(screen.display, other);
    await pressKeys(screen.display, 'ctrl+alt+space');
    await hears('press', 'release');
  },
);

test.each([
  ['RightControl', 'Control_R', 'Control_L'],
  ['RightAlt', 'Alt_R', 'Alt_L'],
  ['RightShift', 'Shift_R', 'Shift_L'],
  ['F9', 'F9', 'F8'],
  ['Control+PageDown', 'ctrl+pagedown', 'ctrl+pageup'],
  ['Control+.', 'ctrl+.', 'ctrl+,'],
  ['Shift+F12', 'shift+F12', 'F12'],
])('%s is %s and not %s', async (accelerator, right, wrong) => {
  await listen(accelerator);
  await pressKeys(screen.display, wrong);
  await pressKeys(screen.display, right);
  await hears('press', 'release');
});

test('a shortcut with the modifier is no hold of it', async () => {
  await listen('RightControl');
  held = await holdKeys(screen.display, 'Control_R');
  await pressKeys(screen.display, 'c');
  await held.release();
  held = null;
  await pressKeys(screen.display, 'Control_R');
  await hears('press', 'other-key', 'release', 'press', 'release');
});

test('a letter is the key that writes it in the current layout', async () => {
  const setLayout = (layout: string) =>
    promisify(execFile)('setxkbmap', ['-display', screen.display, layout]);
  await setLayout('fr');
  try {
    await listen('Control+A');
    await pressKeys(screen.display, 'ctrl+q');
    await pressKeys(screen.display, 'ctrl+a');
    await hears('press', 'release');
  } finally {
    await setLayout('us');
  }
});

test('a hold lasts while its key is down, and ends with it although the release got lost', async () => {
  let releases = 0;
  const isLost = (message: unknown): boolean =>
    JSON.stringify(message).includes('"release"') && (releases += 1) % 3 === 1;
  await listen('Control+Alt+Space', isLost);
  for (let hold = 1; hold <= 4; hold += 1) {
    held = await holdKeys(screen.display, 'ctrl+alt+space');
    await vi.waitFor(() => expect(heard).toHaveLength(2 * hold - 1), patient);
    await sleep(tuning.holdCheckMs * 3);
    expect(heard).toHaveLength(2 * hold - 1);
    await held.release();
    held = null;
    await vi.waitFor(() => expect(heard).toHaveLength(2 * hold), patient);
  }
  expect(heard).toEqual(Array.from({ length: 4 }, () => ['press', 'release']).flat());
  expect(releases).toBeGreaterThan(4);
});

test('a process that dies during a hold ends it, and another one reports the next hold', async () => {
  await listen();
  held = await holdKeys(screen.display, 'ctrl+alt+space');
  await hears('press');
  forked[0]?.kill();
  await hears('press', 'release');
  expect(client.problem).toBeNull();
  await vi.waitFor(() => expect(client.isRunning).toBe(true), patient);
  await held.release();
  held = null;
  await pressKeys(screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(heard.slice(-2)).toEqual(['press', 'release']), patient);
  expect(forked).toHaveLength(2);
});

test('a process that keeps dying is given up with a sentence', async () => {
  // However long the deaths take here, they are within a minute.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  await listen();
  for (let death = 1; death <= 4; death += 1) {
    await vi.waitFor(() => {
      expect(forked).toHaveLength(death);
      expect(client.isRunning).toBe(true);
    }, patient);
    forked.at(-1)?.kill();
  }
  const sentence = /ended several times.*Start CaptionKey again/;
  await vi.waitFor(
    () => expect(client.problem && sentenceOf(client.problem)).toMatch(sentence),
    patient,
  );
  expect(forked).toHaveLength(4);
});

test('a stop during a hold reports the release, and nothing after it', async () => {
  await listen();
  held = await holdKeys(screen.display, 'ctrl+alt+space');
  await hears('press');
  client.stop();
  expect(heard).toEqual(['press', 'release']);
  await held.release();
  held = null;
  await pressKeys(screen.display, 'ctrl+alt+space');
  expect(heard).toEqual(['press', 'release']);
});

test('a missing X server is a sentence', async () => {
  await listen('F9', () => false, ':9999');
  expect(client.isRunning).toBe(false);
  expect(client.problem?.code).toBe('no-release-display');
});

test('an X server without RECORD is a sentence that says what to do', async () => {
  const bare: OwnedProcess = startOwned(
    ['Xvfb', '-displayfd', '4', '-nolisten', 'tcp', '-extension', 'RECORD'],
    { env: process.env },
  );
  try {
    const [number] = await new Promise<string[]>((resolve) =>
      bare.descriptor4.once('data', (data: Buffer) => resolve([data.toString().trim()])),
    );
    await listen('F9', () => false, `:${number ?? ''}`);
    expect(client.problem?.code).toBe('no-release-record');
  } finally {
    await bare.stop();
  }
});
