import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { openKeyboard } from '../../../../tools/desktop-harness/kwin/keyboard.ts';
import {
  kwinProgram,
  socketName,
  startServer,
} from '../../../../tools/desktop-harness/kwin/kwin.ts';
import type { OwnedProcess } from '../../../../tools/desktop-harness/owned-process.ts';
import type { WaylandKeyboard } from '../../../../tools/desktop-harness/wayland/keyboard.ts';
import {
  startSession,
  type WaylandSession,
} from '../../../../tools/desktop-harness/wayland/session.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import type { KeyEvent } from '../back-end.ts';
import { KGlobalAccel } from './kglobalaccel.ts';
import { KGlobalAccelHotkeys } from './kglobalaccel-hotkeys.ts';
import { holdForTest } from '../../../../test/support/hold-for-test.ts';
import { patient } from '../../../../test/support/patient.ts';

/* A real KWin, which has KDE's global shortcuts, and a keyboard. */
let session: WaylandSession;
let server: OwnedProcess;
let keyboard: WaylandKeyboard;
let address: string;
let hotkeys: KGlobalAccelHotkeys;
let events: string[];

const dictate = { action: 'dictate', accelerator: 'Control+Alt+Space', isHeld: true } as const;
const captions = { action: 'captions', accelerator: 'Control+Alt+C', isHeld: false } as const;
const heard = { problem: null, holdProblem: null };

async function startKwin(): Promise<void> {
  ({ server } = await startServer(session));
  keyboard = await openKeyboard({ ...session.env, WAYLAND_DISPLAY: socketName });
}

async function open(): Promise<KGlobalAccelHotkeys> {
  const onKey = ({ type, action }: KeyEvent): void => void events.push(`${action} ${type}`);
  const opened = await KGlobalAccelHotkeys.open(address, onKey);
  if (opened === null) throw new Error('KWin does not answer.');
  return opened;
}

const reported = (...expected: string[]): Promise<void> =>
  vi.waitFor(() => expect(events).toEqual(expected), patient);

const isHere = existsSync(kwinProgram);

describe.skipIf(!isHere)(`on KWin${isHere ? '' : ' (not run: KWin is not installed)'}`, () => {
  beforeAll(async () => {
    session = await startSession('KDE');
    address = session.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    await startKwin();
  });
  afterAll(async () => {
    keyboard.close();
    await session.stop();
  });
  beforeEach(async () => {
    events = [];
    hotkeys = await open();
  });
  afterEach(() => hotkeys.dispose());

  test('a hold of any length is one press and one release', async () => {
    expect(await hotkeys.bind(dictate)).toEqual(heard);
    const held = await holdForTest(keyboard, 'ctrl+alt+space');
    await reported('dictate press');
    // KWin repeats the key after 660 ms, every 40 ms.
    await sleep(1_000);
    expect(events).toEqual(['dictate press']);
    await held.release();
    await reported('dictate press', 'dictate release');
  });

  test('each press of another hotkey is reported once', async () => {
    await hotkeys.bind(captions);
    const held = await holdForTest(keyboard, 'ctrl+alt+c');
    await sleep(1_000);
    await held.release();
    await keyboard.press('ctrl+alt+c');
    await reported('captions press', 'captions press');
  });

  test('a key that another program has is refused, with its name', async () => {
    const bus = await SessionBus.open(address);
    const daemon = {
      destination: 'org.kde.kglobalaccel',
      path: '/kglobalaccel',
      interface: 'org.kde.KGlobalAccel',
    };
    const id = ['menu', 'open', 'Some Menu', 'Open it'];
    const f9 = [[[0x0100_0038, 0, 0, 0]]];
    await bus.call({ ...daemon, member: 'doRegister', signature: 'as', body: [id] });
    await bus.call({
      ...daemon,
      member: 'setShortcutKeys',
      signature: 'asa(ai)u',
      body: [id, f9, 6],
    });
    expect(await hotkeys.bind({ ...captions, accelerator: 'F9' })).toEqual({
      problem: {
        code: 'desktop-uses-shortcut',
        params: { desktop: 'KDE', shortcut: 'F9', owner: '“Open it” of Some Menu' },
      },
      holdProblem: null,
    });
    bus.close();
  });

  test.each([
    ['RightControl', /no modifier on its own/],
    ['Pause', /cannot be a shortcut/],
  ])('%s is refused', async (accelerator, sentence) => {
    const { problem } = await hotkeys.bind({ ...dictate, accelerator });
    expect(problem && sentenceOf(problem)).toMatch(sentence);
  });

  test('a button of the mouse is refused with a sentence, and a key for music is taken', async () => {
    const { problem } = await hotkeys.bind({ ...dictate, accelerator: 'MouseBack' });
    expect(problem && sentenceOf(problem)).toMatch(/^Mouse buttons cannot be hotkeys/);
    expect(await hotkeys.bind({ ...dictate, accelerator: 'MediaPlayPause' })).toEqual(heard);
  });

  test('Escape is taken only while it is watched', async () => {
    await hotkeys.bind(dictate);
    const escaped: string[] = [];
    hotkeys.watchEscape(() => escaped.push('escape'));
    // KWin answers in order.
    await hotkeys.bind(captions);
    await keyboard.press('escape');
    await vi.waitFor(() => expect(escaped).toHaveLength(1), patient);
    hotkeys.watchEscape(null);
    const accel = await KGlobalAccel.open(address);
    await vi.waitFor(
      async () => expect(await accel?.take('test', 'Test', [0x0100_0000])).toEqual([0x0100_0000]),
      patient,
    );
    accel?.release('test');
    accel?.close();
  });

  test('keys that a crash has left are taken over', async () => {
    const accel = await KGlobalAccel.open(address);
    await accel?.take('dictate', 'Dictate', [0x0c00_0020]);
    await accel?.take('cancel', 'Cancel', [0x0100_0000]);
    accel?.close();
    expect(await hotkeys.bind(dictate)).toEqual(heard);
    await keyboard.press('ctrl+alt+space');
    await reported('dictate press', 'dictate release');
  });

  test('after the end the keys are free', async () => {
    await hotkeys.bind(dictate);
    hotkeys.dispose();
    const accel = await KGlobalAccel.open(address);
    await vi.waitFor(
      async () => expect(await accel?.shortcutsOf(0x0c00_0020)).toEqual([]),
      patient,
    );
    accel?.close();
  });

  test('a restart of KWin releases a held key, and the keys work again', async () => {
    await hotkeys.bind(dictate);
    await keyboard.hold('ctrl+alt+space');
    await reported('dictate press');
    keyboard.close();
    await server.stop();
    await reported('dictate press', 'dictate release');
    await startKwin();
    await vi.waitFor(async () => {
      await keyboard.press('ctrl+alt+space');
      expect(events.slice(2)).toContain('dictate release');
    }, patient);
  });
});
