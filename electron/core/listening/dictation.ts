import type { Claimed } from '../dictation/range.ts';
import type { SpokenTurn } from '../streaming/passage/spoken.ts';
import type { Listening } from './listening.ts';

/**
 * Something that is said for a text of its own: a range of samples over the one stream, whose words
 * are wanted once they are final. As with captions, a tail is heard before its end.
 */
export type Dictation = {
  readonly id: number;
  readonly startSample: number;
  /** Some of its sound could not be made text. */
  readonly isCut: boolean;
} & (
  | { readonly phase: 'on' }
  /** The tail goes on while somebody speaks, but not beyond `latestSample`. */
  | { readonly phase: 'tail'; readonly untilSample: number; readonly latestSample: number }
  | {
      readonly phase: 'finishing';
      readonly untilSample: number;
      /** The service was asked to end the turn behind it, and answers soon. */
      readonly isForced: boolean;
      /** The next began within its tail, so that its last word may be what no final covers. */
      readonly isCutShort: boolean;
      /** How often its finals were waited for longer, because voice is without them. */
      readonly waits: number;
      /**
       * The passages whose lines were asked whether they live, and have not answered; null before
       * that.
       */
      readonly unproven: readonly number[] | null;
    }
);

export type FinishingDictation = Extract<Dictation, { phase: 'finishing' }>;

/** The dictations that are not complete, and the turns that hold their words. */
export interface Dictations {
  /** In order of speech; only the last can be on. */
  readonly all: readonly Dictation[];
  /** In order of speech. */
  readonly turns: readonly SpokenTurn[];
  /** The words that the dictations before have had. */
  readonly claimed: Claimed | null;
}

/** What a dictation came to. */
export interface Dictated {
  id: number;
  startSample: number;
  endSample: number;
  /** Empty where nothing was said. */
  text: string;
  /** False where a partial stands for words that did not become final, or sound has no text. */
  isComplete: boolean;
}

export const noDictations: Dictations = { all: [], turns: [], claimed: null };

/** Somebody still speaks for one of them. */
export const isDictating = ({ all }: Dictations): boolean =>
  all.some(({ phase }) => phase !== 'finishing');

export const withDictation = (listening: Listening, dictation: Dictation): Listening => ({
  ...listening,
  dictations: {
    ...listening.dictations,
    all: listening.dictations.all.map((known) => (known.id === dictation.id ? dictation : known)),
  },
});
