import { problem, type Problem } from '#shared/problem.ts';
import type { Microphone, MicrophoneEvent } from './microphone.ts';

/** The sound that the computer plays. Its problems are not called those of a microphone. */
export class ComputerSound implements Microphone {
  readonly #inner: Microphone;

  /** @param inner captures the monitor of the output */
  constructor(inner: Microphone) {
    this.#inner = inner;
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#inner.open(startSample, (event) => listener(renamed(event)));
  }

  record(startSample: number): void {
    this.#inner.record(startSample);
  }

  close(): void {
    this.#inner.close();
  }
}

function renamed(event: MicrophoneEvent): MicrophoneEvent {
  if (event.type === 'failed') return { ...event, problem: ofComputer(event.problem) };
  if (event.type === 'warned' && event.problem !== null)
    return { ...event, problem: ofComputer(event.problem) };
  return event;
}

/** The same problem of the sound of the computer. */
function ofComputer(original: Problem): Problem {
  const { also } = original;
  const one = oneOfComputer(original);
  return also === undefined ? one : { ...one, also: also.map(ofComputer) };
}

function oneOfComputer(original: Problem): Problem {
  switch (original.code) {
    case 'no-microphone':
      return problem('no-computer-sound', {});
    case 'cannot-open-microphone':
    case 'microphone-broken':
    case 'microphone-stalled':
    case 'capture-stopped':
      return problem('computer-sound-failed', {});
    case 'microphone-away':
      return problem('computer-sound-away', {});
    case 'microphone-gap':
      return problem('computer-sound-gap', { seconds: original.params.seconds });
    default:
      return original;
  }
}
