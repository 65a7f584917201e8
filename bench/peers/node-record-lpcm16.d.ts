/** The part of `node-record-lpcm16` that the quickstart uses. The package has no types. */
declare module 'node-record-lpcm16' {
  import type { Readable } from 'node:stream';

  interface Recording {
    stream(): Readable;
    stop(): void;
  }

  const recorder: {
    record(options: { channels: number; sampleRate: number; audioType: string }): Recording;
  };
  export default recorder;
}
