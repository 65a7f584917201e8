/**
 * The command-line options besides the verbs, which are in shared/actions.ts. The comment above an
 * option is its line in docs/settings.md.
 */
export const options = {
  /** Plays a bundled recording to a [demo server](demo-server.md). */
  demo: { value: '' },
  /** [Checks what a dictation needs](doctor.md) on this desktop, and quits. */
  doctor: { value: '' },
  /** Starts without a window, as at login. */
  hidden: { value: '' },
  /** Plays a recording instead of listening to the microphone. */
  input: { value: '=FILE.wav' },
  /** Prints each final turn, as text or JSON. With a recording, quits after the last one. */
  print: { value: '[=json]' },
  /** The folder of settings, key, database and recordings. */
  'user-data-dir': { value: '=DIR' },
} as const satisfies Record<string, { value: string }>;

export type Option = keyof typeof options;

export const isOption = (name: string): name is Option => Object.hasOwn(options, name);

/** Each option as a person writes it, without `--`. */
export const optionSpellings = Object.entries(options).map(([name, { value }]) => name + value);
