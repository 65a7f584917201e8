import type { SessionConfiguration } from '#shared/session-configuration.ts';
import type { SpokenTurn } from '#core/segments/spoken.ts';

/** A finished session, as it is stored. */
export interface FinishedSession {
  /** The service's id, from Begin. */
  id: string;
  startedAtMs: number;
  model: string;
  host: string;
  audioSeconds: number;
  sessionSeconds: number;
  /** The configuration that the service reported; null if it reported none. */
  configuration: SessionConfiguration | null;
  /** Whether the seconds are the app's own estimate, because no Termination came. */
  isEstimated: boolean;
}

/** Stores speech. Nothing here throws; the implementation reports its failures. */
export interface TranscriptStore {
  /** From this sample on the sound is written to this file, until the next one or the end. */
  recordingBegan(path: string, startSample: number): void;
  /** Captions are on from this sample on. */
  captionsBegan(startSample: number): void;
  captionsEnded(endSample: number): void;
  /** Resolves once a final turn is stored, or could not be. Only then it is shown as final. */
  turn(turn: SpokenTurn): Promise<void>;
  /** Everything before this sample is final, or not wanted. */
  settledTo(sample: number): void;
  /** This sound could not be transcribed. */
  failed(startSample: number, endSample: number): void;
  /** Nothing more is recorded. */
  recordingEnded(endSample: number): void;
  session(session: FinishedSession): void;
}

/** Stores nothing. */
export const storeNothing: TranscriptStore = {
  recordingBegan: () => undefined,
  captionsBegan: () => undefined,
  captionsEnded: () => undefined,
  turn: () => Promise.resolve(),
  settledTo: () => undefined,
  failed: () => undefined,
  recordingEnded: () => undefined,
  session: () => undefined,
};
