import type { ListeningObserver } from './observer.ts';

/** An observer that ignores everything but what a test passes. */
export const observing = (looks: Partial<ListeningObserver>): ListeningObserver => ({
  status: () => undefined,
  captions: () => undefined,
  turn: () => undefined,
  level: () => undefined,
  problem: () => undefined,
  finished: () => undefined,
  noTextFollows: () => undefined,
  dictationEnded: () => undefined,
  dictated: () => undefined,
  began: () => undefined,
  preRolling: () => undefined,
  settled: () => undefined,
  rested: () => undefined,
  sessionBegan: () => undefined,
  sessionOpened: () => undefined,
  sessionRedirected: () => undefined,
  sessionEnded: () => undefined,
  sessionBilled: () => undefined,
  ...looks,
});
