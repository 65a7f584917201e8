import type { Problem } from '#shared/status.ts';
import type { Chunk, Microphone, MicrophoneEvent } from '../audio/microphone.ts';

interface Parts {
  /** The source to open next; asked at every opening. */
  source: () => Microphone;
  onChunk: (chunk: Chunk) => void;
  /** Nothing more comes; a problem says why, where it was not asked for. */
  onEnd: (problem: Problem | null) => void;
  onRecording: (path: string, startSample: number) => void;
  /** Something is wrong with it, yet it stays open; null: it is so no longer. */
  onWarning: (problem: Problem | null) => void;
}

/** The microphone that is open, if any; what comes late from one before is passed over. */
export class OpenMicrophone {
  readonly #parts: Parts;
  #microphone: Microphone | null = null;
  #warning: Problem | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is wrong with it although it is open. */
  get warning(): Problem | null {
    return this.#warning;
  }

  open(startSample: number): void {
    const microphone = this.#parts.source();
    this.#microphone = microphone;
    this.#warning = null;
    microphone.open(startSample, (event) => {
      if (microphone === this.#microphone) this.#hear(event);
    });
  }

  record(startSample: number): void {
    this.#microphone?.record(startSample);
  }

  close(): void {
    this.#microphone?.close();
  }

  #hear(event: MicrophoneEvent): void {
    const { onChunk, onEnd, onRecording } = this.#parts;
    switch (event.type) {
      case 'chunk':
        onChunk(event.chunk);
        break;
      case 'closed':
      case 'failed':
        this.#microphone = null;
        // Of one that is closed nothing is wrong; the next one would be shown with it.
        this.#warn(null);
        onEnd(event.type === 'failed' ? event.problem : null);
        break;
      case 'warned':
        this.#warn(event.problem);
        break;
      case 'recording':
        onRecording(event.path, event.startSample);
        break;
      case 'lost':
        break;
    }
  }

  #warn(problem: Problem | null): void {
    const wasWarned = this.#warning !== null;
    this.#warning = problem;
    if (problem !== null || wasWarned) this.#parts.onWarning(problem);
  }
}
