/** The part of `mic` that the quickstart uses. The package has no types. */
declare module 'mic' {
  import type { Readable } from 'node:stream';

  interface Microphone {
    getAudioStream(): Readable;
    start(): void;
    stop(): void;
  }

  export default function mic(options: {
    rate: string;
    channels: string;
    device: string;
    debug: boolean;
    exitOnSilence: number;
  }): Microphone;
}
