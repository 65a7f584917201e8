import type { Problem } from '#shared/problem.ts';
import type { Chunk, Microphone, MicrophoneEvent } from '../audio/microphone.ts';

interface Parts {
  /** Called at every opening for the source to open. */
  source: () => Microphone;
  onChunk: (chunk: Chunk) => void;
  /** The microphone has closed. The problem is null if that was requested. */
  onEnd: (problem: Problem | null) => void;
  onRecording: (path: string, startSample: number) => void;
  /** A problem of a microphone that stays open; null when it is over. */
  onWarning: (problem: Problem | null) => void;
}

/** The open microphone, if any. Late events of an earlier one are ignored. */
export class OpenMicrophone {
  readonly #parts: Parts;
  #microphone: Microphone | null = null;
  #warning: Problem | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The problem of the open microphone, or null. */
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
        // A closed microphone has no problem. Otherwise the next one would be shown with it.
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
