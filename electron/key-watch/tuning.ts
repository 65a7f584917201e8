/** Every duration of the key watch, each with its reason. Milliseconds. */
export const keyWatchTuning = {
  /** Longer than the time between the keys of a chord, and between the repeats of a held key. */
  keysArePausedMs: 300,

  /**
   * How often macOS is asked for the permission, which costs next to nothing. Until the process ends, the
   * keyboard and the mouse of the Mac may stand still.
   */
  trustCheckMs: 250,
} as const;
