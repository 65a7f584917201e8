import { setTimeout as sleep } from 'node:timers/promises';

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

/** How often it is looked whether what was written is read. */
const lookEveryMs = 50;

/**
 * Resolves once the readers of standard output and error have taken all that was written, or nobody
 * reads any more. On Linux and macOS a process that exits takes with it what a full pipe has not
 * taken yet.
 *
 * @param stalledMs how long a reader may take nothing before the rest is given up
 */
export async function outputRead(stalledMs: number): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => streamRead(stream, stalledMs)),
  );
}

async function streamRead(stream: NodeJS.WriteStream, stalledMs: number): Promise<void> {
  let unread = stream.writableLength;
  let changedAtMs = performance.now();
  while (unread > 0 && !stream.destroyed && performance.now() - changedAtMs < stalledMs) {
    await sleep(lookEveryMs);
    if (stream.writableLength !== unread) changedAtMs = performance.now();
    unread = stream.writableLength;
  }
}

/** Writes a sentence to standard error, if that can be written. */
export function printError(sentence: string): void {
  try {
    process.stderr.write(`CaptionKey: ${sentence}\n`);
  } catch {
    // Nobody reads it.
  }
}
