import type { SessionConfiguration } from '#shared/session-configuration.ts';
import type { SpokenTurn } from '#core/streaming/passage/spoken.ts';

/** A session that is over, as it is kept. */
export interface FinishedSession {
  /** The service's name for it, from Begin. */
  id: string;
  startedAtMs: number;
  model: string;
  host: string;
  audioSeconds: number;
  sessionSeconds: number;
  /** What the service said it runs; null where it said nothing. */
  configuration: SessionConfiguration | null;
  /** By our own clock, because no Termination told them. */
  isEstimated: boolean;
}

/** What is kept of speech. Nothing here throws; what cannot be kept is said by whoever keeps it. */
export interface Keeping {
  /** From this sample on the sound is written to that file, until the next or until the end. */
  recordingBegan(path: string, startSample: number): void;
  /** Resolves once a final turn is kept, or is known not to be; only then is it shown as final. */
  turn(turn: SpokenTurn): Promise<void>;
  /** Everything before this sample is final, or nobody wants it. */
  settledTo(sample: number): void;
  /** This sound could not be made text. */
  failed(startSample: number, endSample: number): void;
  /** Nothing more is recorded. */
  recordingEnded(endSample: number): void;
  session(session: FinishedSession): void;
}

/** Keeps nothing. */
export const keepNothing: Keeping = {
  recordingBegan: () => undefined,
  turn: () => Promise.resolve(),
  settledTo: () => undefined,
  failed: () => undefined,
  recordingEnded: () => undefined,
  session: () => undefined,
};
