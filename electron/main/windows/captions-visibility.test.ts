import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SettingsStore } from '../settings/settings-store.ts';
import { CaptionsVisibility } from './captions-visibility.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  // A spy would put the stopped clock back.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const problem = { code: 'no-key', params: {} } as const;
const listening = { phase: 'listening', connected: true } as const;
const idle = { phase: 'idle' } as const;

const open = (captionsHideAfterSeconds: number | null = null) => {
  const window = {
    isVisible: false,
    show: () => (window.isVisible = true),
    hide: () => (window.isVisible = false),
  };
  const settings = new SettingsStore(
    {
      ...{ store: { captionsHideAfterSeconds }, path: '', keepCopy: () => undefined },
      set(name, value) {
        this.store = { [name]: value };
      },
    },
    'linux',
  );
  const pill = { takesAlerts: false };
  const visibility = new CaptionsVisibility({ window, settings, pill });
  /** Whether the captions are still visible after this time. */
  const isSeenAfter = (ms: number): boolean => {
    vi.advanceTimersByTime(ms);
    return window.isVisible;
  };
  /** Whether the captions hide when so much time is over, not earlier. */
  const hidesAfter = (seconds: number): boolean =>
    isSeenAfter(seconds * 1_000 - 100) && !isSeenAfter(200);
  return { visibility, isSeenAfter, hidesAfter, settings, pill };
};

/** Captions that listen. */
const openListening = (hideAfterSeconds: number | null = null) => {
  const opened = open(hideAfterSeconds);
  opened.visibility.captions(true);
  opened.visibility.status(listening);
  return opened;
};

test('captions are visible while something is heard', () => {
  const { visibility, isSeenAfter } = open();
  expect(isSeenAfter(0)).toBe(false);
  visibility.captions(true);
  visibility.status({ phase: 'starting' });
  expect(isSeenAfter(0)).toBe(true);
  visibility.status(listening);
  expect(isSeenAfter(3_600_000)).toBe(true);
});

test('captions stay long enough to read the last words, then hide', () => {
  const { visibility, hidesAfter } = openListening();
  visibility.status({ phase: 'finishing' });
  visibility.status(idle);
  expect(hidesAfter(5)).toBe(true);
});

test('captions stay visible after another start', () => {
  const { visibility, isSeenAfter } = openListening();
  visibility.status(idle);
  vi.advanceTimersByTime(4_000);
  visibility.captions(true);
  visibility.status({ phase: 'starting' });
  expect(isSeenAfter(60_000)).toBe(true);
});

test('a problem is visible without listening, and longer than words', () => {
  const { visibility, hidesAfter } = open();
  visibility.problem(problem);
  expect(hidesAfter(12)).toBe(true);
});

test('a problem that ends captions stays as long as every other one', () => {
  const { visibility, hidesAfter } = openListening();
  visibility.problem(problem);
  visibility.status(idle);
  expect(hidesAfter(12)).toBe(true);
});

test('a problem that has ended does not keep the captions longer than the words', () => {
  const { visibility, isSeenAfter } = open();
  visibility.problem(problem);
  visibility.problem(null);
  visibility.captions(true);
  visibility.status(listening);
  visibility.status(idle);
  expect(isSeenAfter(5_100)).toBe(false);
});

test('a report without a problem shows nothing', () => {
  const { visibility, isSeenAfter } = open();
  visibility.problem(null);
  expect(isSeenAfter(0)).toBe(false);
});

const partial = { id: 1, text: 'Hello', isFinal: false };
const final = { id: 1, text: 'Hello.', isFinal: true };

/** Captions that 10 s of silence have hidden. */
const openHidden = () => {
  const opened = openListening(10);
  expect(opened.hidesAfter(10)).toBe(true);
  return opened;
};

test('captions that hide after silence come back with the next word, partial or final', () => {
  const { visibility, isSeenAfter, hidesAfter } = openHidden();
  visibility.turn(partial);
  expect(isSeenAfter(60_000)).toBe(true);
  visibility.turn(final);
  expect(hidesAfter(10)).toBe(true);
  visibility.turn({ ...final, id: 2 });
  expect(hidesAfter(10)).toBe(true);
});

test('a status that is reported once more brings no silent captions back', () => {
  const { visibility, isSeenAfter } = openHidden();
  visibility.status(listening);
  expect(isSeenAfter(0)).toBe(false);
});

test.each([
  ['a connection that is lost', { phase: 'reconnecting', heldSeconds: 1 }],
  ['a connection that is not there yet', { phase: 'listening', connected: false }],
  ['sound to catch up with', { phase: 'listening', connected: true, catchUpSeconds: 9 }],
  ['a stop', { phase: 'finishing' }],
] as const)('silence does not hide %s', (_name, status) => {
  const { visibility, isSeenAfter, hidesAfter } = openHidden();
  visibility.status(status);
  expect(isSeenAfter(60_000)).toBe(true);
  visibility.status(listening);
  expect(hidesAfter(10)).toBe(true);
});

test('a sentence that a lost connection cut off does not keep the captions visible', () => {
  const { visibility, hidesAfter } = openListening(10);
  visibility.turn(partial);
  visibility.status({ phase: 'reconnecting', heldSeconds: 1 });
  visibility.status(listening);
  expect(hidesAfter(10)).toBe(true);
});

test('a sentence that goes on after a reconnect keeps the captions visible', () => {
  const { visibility, isSeenAfter } = openListening(10);
  visibility.turn(partial);
  visibility.status({ phase: 'reconnecting', heldSeconds: 1 });
  visibility.status(listening);
  visibility.turn(partial);
  expect(isSeenAfter(60_000)).toBe(true);
});

test('silence never hides a problem, which brings the captions back', () => {
  const { visibility, isSeenAfter, hidesAfter } = openHidden();
  visibility.problem(problem);
  expect(isSeenAfter(3_600_000)).toBe(true);
  visibility.problem(null);
  expect(hidesAfter(10)).toBe(true);
});

test('a dictation alone shows no captions', () => {
  const { visibility, isSeenAfter } = open();
  visibility.status({ phase: 'starting' });
  visibility.status(listening);
  visibility.turn(partial);
  visibility.status({ phase: 'finishing' });
  visibility.status(idle);
  expect(isSeenAfter(0)).toBe(false);
});

test('a problem that the pill shows does not show the captions', () => {
  const { visibility, isSeenAfter, pill } = open();
  pill.takesAlerts = true;
  visibility.problem(problem);
  expect(isSeenAfter(0)).toBe(false);
});

test('captions that begin show a problem that the pill showed before', () => {
  const { visibility, isSeenAfter, pill } = open(10);
  pill.takesAlerts = true;
  visibility.problem(problem);
  visibility.captions(true);
  visibility.status(listening);
  expect(isSeenAfter(3_600_000)).toBe(true);
});

test('while a sentence grows, no timer is set', () => {
  const { visibility } = openListening(10);
  visibility.turn(partial);
  const setTimer = vi.spyOn(globalThis, 'setTimeout');
  for (let words = 0; words < 100; words++) visibility.turn(partial);
  expect(vi.getTimerCount()).toBe(0);
  expect(setTimer).not.toHaveBeenCalled();
});

test('a change of the silence takes effect at once, also while captions are hidden', () => {
  const { isSeenAfter, settings } = openHidden();
  settings.choose('captionsHideAfterSeconds', null);
  expect(isSeenAfter(60_000)).toBe(true);
  settings.choose('captionsHideAfterSeconds', 5);
  expect(isSeenAfter(5_100)).toBe(false);
});

/** Captions that were stopped, and say that their text was copied. */
const openCopied = () => {
  const opened = openListening();
  opened.visibility.status({ phase: 'finishing' });
  opened.visibility.copied(true);
  opened.visibility.status(idle);
  return opened;
};

test('captions stay for as long as they say that their text was copied, and hide with it', () => {
  const { visibility, isSeenAfter } = openCopied();
  expect(isSeenAfter(60_000)).toBe(true);
  visibility.copied(false);
  expect(isSeenAfter(0)).toBe(false);
});

test('hidden captions come back to say that their text was copied', () => {
  const { visibility, isSeenAfter } = open();
  visibility.copied(true);
  expect(isSeenAfter(0)).toBe(true);
});

test('a problem stays after the notice that a text was copied', () => {
  const { visibility, hidesAfter } = openCopied();
  visibility.problem(problem);
  visibility.copied(false);
  expect(hidesAfter(12)).toBe(true);
});

test('captions that begin again do not hide with the notice of the last ones', () => {
  const { visibility, isSeenAfter } = openCopied();
  visibility.captions(true);
  visibility.copied(false);
  visibility.status({ phase: 'starting' });
  expect(isSeenAfter(60_000)).toBe(true);
});
