/**
 * Lets the app go on where nobody reads what it prints: the terminal it was started from is gone,
 * or the other end of a pipe is closed. Without a listener Node throws each such error, and the
 * person would be shown that something broke. `--print` notices a reader that has gone by a
 * listener of its own.
 */
export function ignoreUnreadOutput(): void {
  for (const name of ['stdout', 'stderr'] as const) {
    try {
      process[name].on('error', () => undefined);
    } catch {
      // The stream cannot even be opened; then nothing is written to it.
    }
  }
}

/** Tells whoever reads standard error, where that can be written at all. */
export function printError(sentence: string): void {
  try {
    process.stderr.write(`CaptionKey: ${sentence}\n`);
  } catch {
    // Nobody reads it.
  }
}
