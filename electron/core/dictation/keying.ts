import { tuning } from '../tuning.ts';

/**
 * How the dictation key works. `hold` dictates while it is down, and `toggle` from one press to the
 * next. With `auto` a tap starts and the next tap ends, and a longer press is a hold.
 */
type Mode = 'auto' | 'hold' | 'toggle';

/** The state of the key. */
export type Keying =
  | { phase: 'idle' }
  /** The key is down; a hold, or a tap that has not ended yet. */
  | { phase: 'held'; sinceMs: number }
  /** The dictation goes on without the key. */
  | { phase: 'latched' };

export type KeyingEvent =
  /** `hasRelease`: the back end that reports the press also reports the release. */
  | { type: 'press'; atMs: number; hasRelease: boolean; mode: Mode }
  | { type: 'release'; atMs: number; mode: Mode }
  /** Another key went down with it: the two may be a shortcut of another program. */
  | { type: 'other-key'; atMs: number }
  /** Requested by a verb or a button instead of the key. */
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'cancel' }
  /** The dictation has ended for a reason of its own, such as a microphone that failed. */
  | { type: 'ended' }
  | { type: 'timeout' };

export type KeyingEffect =
  | { type: 'begin' }
  | { type: 'end' }
  /** Ends it, and its text is not wanted. */
  | { type: 'cancel' }
  /** Ends it as if it had never begun. */
  | { type: 'discard' }
  /** Replaces the one timer; null ends it. */
  | { type: 'set-timeout'; timeoutMs: number | null };

type KeyingStep = [Keying, KeyingEffect[]];

export const idle: Keying = { phase: 'idle' };

/** Returns the next state and the effects; pure. Times are from any monotonic clock. */
export function stepKeying(keying: Keying, event: KeyingEvent): KeyingStep {
  switch (event.type) {
    case 'press':
      return pressed(keying, event);
    case 'release':
      return released(keying, event);
    case 'other-key':
      return keying.phase === 'held' && event.atMs - keying.sinceMs < tuning.shortcutMs
        ? endWith(keying, [{ type: 'discard' }])
        : [keying, []];
    case 'start':
      return keying.phase === 'idle' ? latch([{ type: 'begin' }]) : [keying, []];
    case 'stop':
    case 'timeout':
      return endWith(keying, [{ type: 'end' }]);
    case 'cancel':
      return endWith(keying, [{ type: 'cancel' }]);
    case 'ended':
      return endWith(keying, []);
  }
}

/** A dictation begins with the key-down, whether the press becomes a tap or a hold. */
function pressed(
  keying: Keying,
  { atMs, hasRelease, mode }: Extract<KeyingEvent, { type: 'press' }>,
): KeyingStep {
  const begun = hasRelease && mode !== 'toggle' ? hold(atMs) : latch([{ type: 'begin' }]);
  switch (keying.phase) {
    case 'idle':
      return begun;
    case 'latched':
      return endWith(keying, [{ type: 'end' }]);
    case 'held':
      // The release was lost, because a key that is down cannot be pressed again.
      return [begun[0], [{ type: 'end' }, ...begun[1]]];
  }
}

function released(
  keying: Keying,
  { atMs, mode }: Extract<KeyingEvent, { type: 'release' }>,
): KeyingStep {
  if (keying.phase !== 'held') return [keying, []];
  const isTap = mode === 'auto' && atMs - keying.sinceMs < tuning.tapMs;
  return isTap ? latch([]) : endWith(keying, [{ type: 'end' }]);
}

const hold = (sinceMs: number): KeyingStep => [
  { phase: 'held', sinceMs },
  [{ type: 'begin' }, { type: 'set-timeout', timeoutMs: tuning.longestHoldMs }],
];

const latch = (effects: KeyingEffect[]): KeyingStep => [
  { phase: 'latched' },
  [...effects, { type: 'set-timeout', timeoutMs: tuning.longestLatchMs }],
];

const endWith = (keying: Keying, effects: KeyingEffect[]): KeyingStep =>
  keying.phase === 'idle'
    ? [keying, []]
    : [idle, [...effects, { type: 'set-timeout', timeoutMs: null }]];
