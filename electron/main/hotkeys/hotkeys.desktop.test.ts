import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Hotkey, HotkeyAction } from '#shared/setup.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { startDisplay, type VirtualDisplay } from '../../../tools/desktop-harness/display.ts';
import { holdKeys, pressKeys } from '../../../tools/desktop-harness/keyboard.ts';
import type { Child, Fork } from '../child.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import type { Grabs } from './global-shortcut/global-shortcut.electron.ts';
import { Hotkeys } from './hotkeys.ts';
import { patient } from '../../../test/support/patient.ts';

/* With a real key watch and real keys; the grabs, which are Electron's, stand in memory. */
let screen: VirtualDisplay;
let grabs: MemoryGrabs;
let chosen: Record<string, unknown>;
let canSave: boolean;
/** Without when it was. */
let told: object[];
let watches: Child[];
let hotkeys: Hotkeys;

/** Grabs that a test presses. */
class MemoryGrabs implements Grabs {
  readonly taken = new Set<string>();
  readonly own = new Map<string, () => void>();

  grab(accelerator: string, onPress: () => void): 'taken' | 'unknown' | null {
    if (accelerator === 'nonsense') return 'unknown';
    if (this.taken.has(accelerator) || this.own.has(accelerator)) return 'taken';
    this.own.set(accelerator, onPress);
    return null;
  }

  release(accelerator: string): void {
    this.own.delete(accelerator);
  }

  press(accelerator: string): void {
    this.own.get(accelerator)?.();
  }
}

beforeAll(async () => {
  screen = await startDisplay({ width: 640, height: 480 });
});
afterAll(() => screen.stop());

beforeEach(() => {
  grabs = new MemoryGrabs();
  chosen = {};
  canSave = true;
  told = [];
  watches = [];
});
afterEach(() => hotkeys.dispose());

interface Machine {
  isWayland?: boolean;
  display?: string;
}

function open({ isWayland = false, display = screen.display }: Machine = {}): Hotkeys {
  const file = {
    path: '/settings.json',
    get store() {
      return chosen;
    },
    set: (name: string, value: unknown) => {
      if (!canSave) throw new Error('The disk is full.');
      chosen[name] = value;
    },
  };
  const realFork = forkWith({ DISPLAY: display });
  const fork: Fork = (entry) => {
    const child = realFork(entry);
    watches.push(child);
    return child;
  };
  hotkeys = new Hotkeys(
    {
      fork,
      grabs,
      isMac: false,
      isWayland,
      swaySocket: undefined,
      verbCommand: (action) => `captionkey --${action}`,
    },
    new SettingsStore(file, false),
    ({ atMs, ...event }) => {
      expect(atMs).toBeGreaterThan(0);
      told.push(event);
    },
    () => undefined,
  );
  return hotkeys;
}

const the = (action: HotkeyAction): Hotkey | undefined =>
  hotkeys.list.find((hotkey) => hotkey.action === action);

const press = { type: 'press', action: 'dictate', hasRelease: true };
const release = { type: 'release', action: 'dictate' };
test('a hold is told by the key watch alone, although the key is grabbed too', async () => {
  expect((await open().apply()).map(({ problem }) => problem)).toEqual([null, null, null, null]);
  expect(the('dictate')).toMatchObject({ canHold: true, holdProblem: null });
  const held = await holdKeys(screen.display, 'ctrl+alt+space');
  grabs.press('Control+Alt+Space');
  await vi.waitFor(() => expect(told).toEqual([press]), patient);
  await held.release();
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test('a press that the key watch takes for another chord is a hold where the grab has seen it', async () => {
  await open().apply();
  const held = await holdKeys(screen.display, 'alt+space');
  grabs.press('Control+Alt+Space');
  await vi.waitFor(() => expect(told).toEqual([press]), patient);
  await held.release();
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test('other hotkeys are told by their grab, without a release', async () => {
  await open().apply();
  grabs.press('Control+Alt+C');
  expect(told).toEqual([{ type: 'press', action: 'captions', hasRelease: false }]);
});

test('a key watch that dies in a hold costs the hold no second press, and its release is heard', async () => {
  await open().apply();
  const held = await holdKeys(screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(told).toEqual([press]), patient);
  watches[0]?.kill();
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
  // The server repeats the key that is grabbed.
  grabs.press('Control+Alt+Space');
  await vi.waitFor(() => expect(told).toEqual([press, release, press]), patient);
  await held.release();
  await vi.waitFor(() => expect(told).toEqual([press, release, press, release]), patient);
});

test('until the key watch runs, a key to hold is not heard: its repeat would end what it began', async () => {
  const applied = open().apply();
  grabs.press('Control+Alt+Space');
  expect(told).toEqual([]);
  await applied;
});

test('where no release is heard, a press starts and stops, and the reason is said', async () => {
  await open({ display: ':9999' }).apply();
  expect(the('dictate')).toMatchObject({ canHold: false, problem: null });
  expect(the('dictate')?.holdProblem).toMatch(/X server cannot be reached/);
  grabs.press('Control+Alt+Space');
  expect(told).toEqual([{ ...press, hasRelease: false }]);
});

test('a lone modifier that cannot be held is not heard at all, and that is said', async () => {
  chosen = { dictationHotkey: 'RightControl' };
  await open({ display: ':9999' }).apply();
  expect(the('dictate')?.problem).toMatch(/X server cannot be reached/);
});

test('on Wayland each action has its command, and Escape stays where it is', async () => {
  const heard = await open({ isWayland: true }).apply();
  expect(heard.map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/Bind this command.*captionkey --dictate$/),
    expect.stringMatching(/captionkey --captions$/),
    expect.stringMatching(/captionkey --force-endpoint$/),
    expect.stringMatching(/captionkey --deliver-again$/),
  ]);
  expect(the('dictate')).toMatchObject({ canHold: false });
  hotkeys.watchEscape(true, () => undefined);
  expect([...grabs.own]).toEqual([]);
});

test('on Wayland no shortcut is recorded, because none would be heard', async () => {
  await open({ isWayland: true }).apply();
  expect(await hotkeys.suspend(true)).toMatchObject({ ok: false });
  expect(await hotkeys.change('captions', 'F7')).toMatchObject({ ok: false });
  expect(chosen).toEqual({});
});

test('another shortcut is taken, kept and heard; the one before is free', async () => {
  await open().apply();
  expect(await hotkeys.change('dictate', 'F9')).toMatchObject({ ok: true });
  expect(chosen).toEqual({ dictationHotkey: 'F9' });
  expect(grabs.own.has('Control+Alt+Space')).toBe(false);
  await pressKeys(screen.display, 'ctrl+alt+space');
  await pressKeys(screen.display, 'F9');
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test.each<[string, HotkeyAction, string, RegExp]>([
  ['another program has', 'captions', 'F7', /Another app has taken F7/],
  ['another action has', 'captions', 'alt+ctrl+space', /These keys already dictate/],
  ['types a letter', 'captions', 'Shift+C', /could no longer type that key.*together with Ctrl/],
  ['is none', 'captions', 'nonsense', /is not a shortcut/],
  ['is a modifier only', 'captions', 'RightAlt', /Only the dictation key/],
])('a shortcut that %s is refused, and the one before stays', async (_what, action, keys, why) => {
  grabs.taken.add('F7');
  await open().apply();
  const refused = await hotkeys.change(action, keys);
  expect(refused.ok ? '' : refused.problem.sentence).toMatch(why);
  expect(chosen).toEqual({});
  expect(the(action)).toMatchObject({ accelerator: 'Control+Alt+C', problem: null });
  grabs.press('Control+Alt+C');
  expect(told).toHaveLength(1);
});

test('one that cannot be saved is not taken either', async () => {
  await open().apply();
  canSave = false;
  expect(await hotkeys.change('captions', 'F7')).toMatchObject({
    ok: false,
    problem: { code: 'cannot-save' },
  });
  expect(grabs.own.has('F7')).toBe(false);
  expect(grabs.own.has('Control+Alt+C')).toBe(true);
});

test('in the mode toggle nothing listens to the keyboard, and the grab tells the press', async () => {
  await open().apply();
  expect(await hotkeys.changeMode('toggle')).toMatchObject({ ok: true });
  await pressKeys(screen.display, 'ctrl+alt+space');
  grabs.press('Control+Alt+Space');
  expect(told).toEqual([{ ...press, hasRelease: false }]);
});

test('a mode that needs a release is refused where none is heard', async () => {
  chosen = { dictationMode: 'toggle' };
  await open({ display: ':9999' }).apply();
  expect(await hotkeys.changeMode('hold')).toMatchObject({
    ok: false,
    problem: { code: 'shortcut-not-heard' },
  });
  expect(chosen).toEqual({ dictationMode: 'toggle' });
  grabs.press('Control+Alt+Space');
  expect(told).toHaveLength(1);
});

test('a lone modifier goes with a hold only', async () => {
  await open().apply();
  expect(await hotkeys.change('dictate', 'RightControl')).toMatchObject({ ok: true });
  expect(await hotkeys.changeMode('toggle')).toMatchObject({ ok: false });
  await pressKeys(screen.display, 'Control_R');
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test('suspended, no hotkey is heard, and all are afterwards', async () => {
  await open().apply();
  await hotkeys.suspend(true);
  expect([...grabs.own]).toEqual([]);
  await pressKeys(screen.display, 'ctrl+alt+space');
  await hotkeys.suspend(false);
  expect(told).toEqual([]);
  expect(grabs.own.size).toBe(4);
  await pressKeys(screen.display, 'ctrl+alt+space');
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test('changes that are asked for at once are made one after the other', async () => {
  await open().apply();
  await Promise.all([
    hotkeys.change('dictate', 'F7'),
    hotkeys.change('dictate', 'F8'),
    hotkeys.suspend(false),
  ]);
  expect(chosen).toEqual({ dictationHotkey: 'F8' });
  expect(grabs.own.has('F7')).toBe(false);
  await pressKeys(screen.display, 'F8');
  await vi.waitFor(() => expect(told).toEqual([press, release]), patient);
});

test('Escape ends the recording of a shortcut, not the dictation that goes on', async () => {
  const escaped = vi.fn();
  await open().apply();
  hotkeys.watchEscape(true, escaped);
  await hotkeys.suspend(true);
  grabs.press('Escape');
  expect(escaped).not.toHaveBeenCalled();
  await hotkeys.suspend(false);
  grabs.press('Escape');
  expect(escaped).toHaveBeenCalledOnce();
});

test('Escape is ours only for as long as it is watched, with the keys that are held, too', async () => {
  const escaped = vi.fn();
  await open().apply();
  hotkeys.watchEscape(true, escaped);
  grabs.press('Escape');
  grabs.press('Control+Alt+Escape');
  expect(escaped).toHaveBeenCalledTimes(2);
  hotkeys.watchEscape(false, escaped);
  grabs.press('Escape');
  grabs.press('Control+Alt+Escape');
  expect(escaped).toHaveBeenCalledTimes(2);
});
