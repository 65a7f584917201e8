import { setTimeout as sleep } from 'node:timers/promises';
import { mainTuning } from '../time/tuning.ts';

/**
 * Keeps the app running if nothing reads its output, because the terminal or the other end of a pipe is
 * closed. Without an error listener Node throws each such error, and the person would see that something
 * broke. `--print` notices a closed reader with a listener of its own.
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

/**
 * Resolves once the readers of standard output and error have read everything, or have closed. On Linux
 * and macOS, output that a full pipe has not accepted is lost when the process exits.
 *
 * @param stalledMs how long a reader may read nothing before the rest is given up
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
    await sleep(mainTuning.outputPollMs);
    if (stream.writableLength !== unread) changedAtMs = performance.now();
    unread = stream.writableLength;
  }
}

/** Writes a line to standard output, if that can be written. */
export function printLine(line: string): void {
  try {
    process.stdout.write(`${line}\n`);
  } catch {
    // Nobody reads it.
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
