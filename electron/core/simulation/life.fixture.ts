import type { Turn } from '#shared/turn.ts';
import type { Dictated } from '../listening/dictation.ts';
import type { Listening } from '../listening/listening.ts';
import type { Kept } from './disk.fixture.ts';
import type { Gesture, Hand } from './hand.fixture.ts';
import type { Fault } from './line.fixture.ts';
import type { ServiceBehaviour } from './service.fixture.ts';
import type { ScriptedWord } from './speech.fixture.ts';

/** What a person does, and what happens to the connection. */
export interface Conditions extends ServiceBehaviour {
  faults: readonly Fault[];
  /** No connection can be opened in these times. */
  outages: readonly { fromMs: number; toMs: number }[];
  /** When the person presses ForceEndpoint. */
  endpointsMs: readonly number[];
  /** When sessions are asked to be renewed. */
  renewalsMs: readonly number[];
  /** The share of words, 0 to 1, that every session except the first mishears. */
  misheard: number;
  /** How long each word begins so softly that it is no louder than the room. */
  softMs: number;
  /** How long a session is kept after a stop. */
  warmMs: number;
  /** The person stops at `atMs` of the sound, and starts again `lengthMs` later. */
  rests: readonly Rest[];
  /** The microphone stays open between dictations. */
  hasPreRoll: boolean;
  /** Each dictation without captions needs a session of its own. */
  areApart: boolean;
  /** When the main process is killed; null if it is not. */
  killedAtMs: number | null;
}

export interface Rest {
  atMs: number;
  lengthMs: number;
}

/** The result of a simulation. */
export interface Outcome {
  /** The words of all turns, in the order in which they are shown. */
  words: string[];
  turns: readonly Turn[];
  /** What is on the disk at the end. */
  kept: Kept;
  /** In the order in which they were reported. */
  dictated: readonly Dictated[];
  /** The words that were said between the begin and the end of each dictation. */
  saidIn: { id: number; words: string[] }[];
  /** The state of the key at the end. */
  keying: Hand['phase'];
  connections: number;
  /** The numbers of frames and messages over all connections, for tests that cut at each. */
  frames: number;
  messages: number;
  listening: Listening;
}

/** A group of words: a dictation, or speech for captions only. */
export interface Utterance {
  words: readonly ScriptedWord[];
  /** How it is dictated, or null. */
  gesture: Gesture | null;
  /** From the release before it to its press, on the person's clock. */
  gapMs: number;
  /** From its press to its first word, and from its last word to its release, in the sound. */
  leadMs: number;
  trailMs: number;
  /** Toggles captions soon after the press, and again at the release. */
  togglesCaptions: boolean;
  /** Said before its press, while the microphone is open only for the level meter or the pre-roll. */
  unheard: readonly ScriptedWord[];
  /** Before the gap: captions are stopped, or the machine sleeps during the gap. */
  first?: 'stop' | 'sleep';
}
