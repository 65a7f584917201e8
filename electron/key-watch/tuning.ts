/** Every duration of the key watch, each with its reason. Milliseconds. */
export const keyWatchTuning = {
  /** Longer than the time between the keys of a chord, and between the repeats of a held key. */
  keysArePausedMs: 300,
} as const;
