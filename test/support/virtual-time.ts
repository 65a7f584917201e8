import { afterEach, beforeEach, vi } from 'vitest';

/** One step of the clock, in milliseconds: a recording delivers one chunk in that time. */
const stepMs = 25;

/**
 * Loopback delivers within one turn of the event loop. A message to the service and back through a proxy
 * needs six turns; twice as many leave room.
 */
const turnsPerStep = 12;

/**
 * Stops the clock in every test of the file until {@link until} or {@link pass} moves it. Timers,
 * `performance.now()` and `Date` follow it; sockets are real.
 */
export function useVirtualTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: [
        ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
        ...(['performance', 'Date'] as const),
      ],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Lets messages on sockets arrive while the clock stands still. */
export async function arrive(): Promise<void> {
  for (let turn = 0; turn < turnsPerStep; turn++)
    await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Moves the clock by so much, step by step, with everything that happens on the way. */
export async function pass(durationMs: number): Promise<void> {
  for (let passedMs = 0; passedMs < durationMs; passedMs += stepMs) {
    await arrive();
    vi.advanceTimersByTime(Math.min(stepMs, durationMs - passedMs));
  }
  await arrive();
}

/** Longer than any recording and any timeout of the tests, and over in a moment. */
const longestMs = 600_000;

/**
 * Moves the clock until an assertion holds.
 * @throws what the assertion throws at last
 */
export async function until(assertion: () => unknown): Promise<void> {
  for (let passedMs = 0; ; passedMs += stepMs) {
    await arrive();
    const isLast = passedMs >= longestMs;
    try {
      await (isLast ? assertion() : withoutStack(assertion));
      return;
    } catch (error) {
      if (isLast) throw error;
    }
    vi.advanceTimersByTime(stepMs);
  }
}

/** Calls an assertion that mostly fails. A stack trace, which nobody reads, takes most of the time of that. */
function withoutStack<T>(assertion: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return assertion();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
