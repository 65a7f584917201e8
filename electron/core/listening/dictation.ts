import type { Reserved } from '../dictation/range.ts';
import type { SpokenTurn } from '../segments/spoken.ts';

/**
 * A range of samples whose words become one text, once they are final. Like captions, it has a tail:
 * sound that is still recorded after the release.
 */
export type Dictation = {
  readonly id: number;
  readonly startSample: number;
  /** The service could not recognise some of its sound. */
  readonly isCut: boolean;
} & (
  | { readonly phase: 'on' }
  /** Speech extends the tail, up to `latestSample`. */
  | { readonly phase: 'tail'; readonly untilSample: number; readonly latestSample: number }
  | {
      readonly phase: 'finishing';
      readonly untilSample: number;
      /** ForceEndpoint was requested at its end, so the service answers soon. */
      readonly isForced: boolean;
      /** The next dictation began within its tail, so voice without a final may be its last word. */
      readonly isCutShort: boolean;
      /** How often the wait for finals was extended. Infinity: the wait is over. */
      readonly waits: number;
      /**
       * The segments that were sent a ping and have not answered with a pong; null before the first
       * ping.
       */
      readonly awaitedPongs: readonly number[] | null;
    }
);

export type FinishingDictation = Extract<Dictation, { phase: 'finishing' }>;

/** The dictations that are not complete, and the turns that may hold their words. */
export interface Dictations {
  /** In order of speech; only the last can be on. */
  readonly all: readonly Dictation[];
  /** In order of speech. */
  readonly turns: readonly SpokenTurn[];
  /** The words that belong to earlier dictations. */
  readonly reserved: Reserved | null;
}

/** The result of a dictation. */
export interface Dictated {
  id: number;
  startSample: number;
  endSample: number;
  /** Empty if nothing was said. */
  text: string;
  /** The codes of the languages that the service reported for it, each once. */
  languages: readonly string[];
  /** False if some of the text is still a partial, or some sound has no text. */
  isComplete: boolean;
}

export const noDictations: Dictations = { all: [], turns: [], reserved: null };

/** A dictation is still recorded. */
export const isDictating = ({ all }: Dictations): boolean =>
  all.some(({ phase }) => phase !== 'finishing');
