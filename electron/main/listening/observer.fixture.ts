import type { ListenerObserver } from './observer.ts';

/** Looks away, but for what a test looks at. */
export const observing = (looks: Partial<ListenerObserver>): ListenerObserver => ({
  status: () => undefined,
  captions: () => undefined,
  turn: () => undefined,
  level: () => undefined,
  problem: () => undefined,
  finished: () => undefined,
  dictationEnded: () => undefined,
  dictated: () => undefined,
  began: () => undefined,
  preRolling: () => undefined,
  settled: () => undefined,
  rested: () => undefined,
  sessionBegan: () => undefined,
  sessionRedirected: () => undefined,
  sessionEnded: () => undefined,
  ...looks,
});
