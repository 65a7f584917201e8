import type { Turn } from '#shared/turn.ts';
import type { Dictated } from '../listening/dictation.ts';
import type { Listening } from '../listening/listening.ts';
import type { Gesture, Hand } from './hand.fixture.ts';
import type { Mishap } from './line.fixture.ts';
import type { Habits } from './service.fixture.ts';
import type { ScriptedWord } from './speech.fixture.ts';

/** What happens to a person and to their line. */
export interface Conditions extends Habits {
  mishaps: readonly Mishap[];
  /** No connection can be opened in these times. */
  outages: readonly { fromMs: number; toMs: number }[];
  /** When the person presses ForceEndpoint. */
  endpointsMs: readonly number[];
  /** When sessions are asked to be renewed. */
  renewalsMs: readonly number[];
  /** The share of words, 0 to 1, that every session but the first hears as other words. */
  misheard: number;
  /** How long a session is kept after a stop. */
  warmMs: number;
  /** The person stops at `atMs` of the sound, and starts again `lengthMs` later. */
  rests: readonly Rest[];
}

export interface Rest {
  atMs: number;
  lengthMs: number;
}

/** What came of it. */
export interface Outcome {
  /** The words of all turns, in the order they are shown in. */
  words: string[];
  turns: readonly Turn[];
  /** In the order they were handed over in. */
  dictated: readonly Dictated[];
  /** What was said between the begin and the end of each dictation. */
  saidIn: { id: number; words: string[] }[];
  /** What the key has begun and not ended. */
  keying: Hand['phase'];
  connections: number;
  /** Over all connections, for whoever wants to cut each. */
  frames: number;
  messages: number;
  listening: Listening;
}

/** Something that is said: as a dictation, or beside it into captions. */
export interface Utterance {
  words: readonly ScriptedWord[];
  /** How it is dictated, or null. */
  gesture: Gesture | null;
  /** From the release before it to its press, on the person's clock. */
  gapMs: number;
  /** From its press to its first word, and from its last word to its release, in the sound. */
  leadMs: number;
  trailMs: number;
  /** Turns captions the other way soon after the press, and back at the release. */
  togglesCaptions: boolean;
}
