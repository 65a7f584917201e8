import { createStream } from 'rotating-file-stream';

/** What waits for a disk that hangs; more is dropped. */
const mostWaitingBytes = 1_000_000;

/**
 * A file that is only added to and never grows beyond its share: at 1 MB it becomes `NAME.1`, and
 * what was that `NAME.2`. A disk that is full or read-only costs what is written and nothing else.
 */
export class BoundedFile {
  readonly #stream;

  /** @param name in `folder`; both are made when they are missing, for their owner only */
  constructor(folder: string, name: string) {
    this.#stream = createStream(name, { path: folder, size: '1M', rotate: 2, mode: 0o600 });
    this.#stream.on('error', () => undefined);
  }

  write(data: string | Uint8Array): void {
    const { destroyed, writableLength } = this.#stream;
    if (!destroyed && writableLength < mostWaitingBytes) this.#stream.write(data);
  }

  /** Resolves when all is on disk, or lost. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.once('close', resolve);
      if (this.#stream.closed) resolve();
      else this.#stream.end();
    });
  }
}
