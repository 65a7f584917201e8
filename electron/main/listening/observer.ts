import type { Dictated } from '#core/listening/dictation.ts';
import type { ProblemSource } from '#shared/problems.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import type { SessionObserver } from './session-log.ts';

/** What can be wrong while something is heard. */
export type ListeningSource = Extract<
  ProblemSource,
  'account' | 'connection' | 'microphone' | 'microphone-failure'
>;

/** What happens, for those who show it and those who log it. */
export interface ListenerObserver extends Omit<SessionObserver, 'sessionBilled'> {
  status(status: Status): void;
  /** Captions are on or off now; a dictation without them changes nothing of that. */
  captions(areOn: boolean): void;
  turn(turn: Turn): void;
  level(level: number): void;
  /** What is wrong with a source; null: nothing is any more. */
  problem(problem: Problem | null, source: ListeningSource): void;
  /** A stop is complete: `text` is all that was said since the start. */
  finished(text: string): void;
  /** Nobody is heard for the dictation any more, whoever ended it. */
  dictationEnded(id: number): void;
  /** A dictation is complete, and its turns are kept. */
  dictated(dictated: Dictated): void;
  /** Only turns from this one on are of what is said now; 0 where captions are on. */
  began(firstTurn: number): void;
  /** The microphone is or is not open while nobody speaks. */
  preRolling(isOn: boolean): void;
  /** What was said is text and kept, and nothing is recorded. */
  settled(): void;
  /** Microphone and sockets are closed, and nothing will open by itself. */
  rested(): void;
}
