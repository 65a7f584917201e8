/** What the service takes, for those who check it and those who show it. */
export const limits = {
  promptCharacters: 1_750,
  keyterms: 100,
  keytermCharacters: 50,
  /** The service brings what is outside to the nearer end. */
  turnSilenceMs: { least: 50, most: 10_000 },
  /** What is sent of a silence: excludes only nonsense. */
  silenceMs: { least: 0, most: 3_600_000 },
  vadThreshold: { least: 0, most: 1 },
  previousContextTurns: { least: 0, most: 100 },
  /** A limit of the app: each second is billed. */
  keepConnectedSeconds: { least: 0, most: 300 },
  /** Limits of the app: a warning comes a minute before, and a day is as good as never. */
  captionsSilenceMinutes: { least: 2, most: 1_440 },
  /** A limit of the app: less is no month of captions, and more is two sessions all day and night. */
  captionsMonthlyDollars: { least: 1, most: 1_000 },
  /** A limit of the app: ten years are as good as for ever. */
  historyDays: { least: 1, most: 3_650 },
  captionsTextSize: { least: 18, most: 64 },
  captionsLines: { least: 1, most: 6 },
  /** Room for a few words on the smallest display; the width of the largest. */
  captionsWidth: { least: 320, most: 3_840 },
  captionsHideAfterSeconds: { least: 5, most: 60 },
  percent: { least: 0, most: 100 },
  /** A limit of the app: more than a person can remember. */
  replacements: 200,
  replacedCharacters: 100,
  writtenCharacters: 1_000,
  /** A limit of the app: more programs than a person dictates in. */
  profiles: 50,
  /** Longer than any name of a program. */
  appNameCharacters: 200,
  /** Of the panel. Browsers zoom further, but then nothing fits. */
  zoomPercent: { least: 50, most: 200 },
  /** Longer than any name of a display. */
  displayLabelCharacters: 200,
  /** More displays than anybody carries a machine to. */
  displays: 20,
  /** More changes of a model than there will be models. */
  redirects: 50,
} as const;
