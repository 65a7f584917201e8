import { createStream } from 'rotating-file-stream';

/** The most output that waits for a disk that hangs. More is dropped. */
const mostWaitingBytes = 1_000_000;

/**
 * A file that only grows, up to a limit. At 1 MB it becomes `NAME.1`, and the earlier `NAME.1` becomes
 * `NAME.2`. On a full or read-only disk the output is lost, and nothing else.
 */
export class BoundedFile {
  readonly #stream;

  /** @param name in `folder`; both are created if they are missing, for their owner only */
  constructor(folder: string, name: string) {
    this.#stream = createStream(name, { path: folder, size: '1M', rotate: 2, mode: 0o600 });
    this.#stream.on('error', () => undefined);
  }

  write(data: string | Uint8Array): void {
    const { destroyed, writableLength } = this.#stream;
    if (!destroyed && writableLength < mostWaitingBytes) this.#stream.write(data);
  }

  /** Resolves when all output is on the disk, or lost. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.once('close', resolve);
      if (this.#stream.closed) resolve();
      else this.#stream.end();
    });
  }
}
