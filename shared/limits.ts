/** What the service takes, for those who check it and those who show it (protocol: handshake). */
export const limits = {
  promptCharacters: 1_750,
  keyterms: 100,
  keytermCharacters: 50,
  /** The service brings what is outside to the nearer end. */
  turnSilenceMs: { least: 50, most: 10_000 },
  vadThreshold: { least: 0, most: 1 },
  previousContextTurns: { least: 0, most: 100 },
  /** Ours: each second of them is billed. */
  keepConnectedSeconds: { least: 0, most: 300 },
  /** Ours: more than anybody keeps in mind. */
  replacements: 200,
  replacedCharacters: 100,
} as const;
