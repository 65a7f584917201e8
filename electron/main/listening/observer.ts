import type { Dictated } from '#core/listening/dictation.ts';
import type { ProblemSource } from '#shared/problem-sources.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import type { SessionObserver } from './session-log.ts';

/** The sources of problems of listening. */
export type ListeningProblemSource = Extract<
  ProblemSource,
  'account' | 'connection' | 'microphone' | 'microphone-failure' | 'quiet'
>;

/** The reports of the listening controller, for the parts that show and log them. */
export interface ListeningObserver extends SessionObserver {
  status(status: Status): void;
  /** Captions were turned on or off. A dictation without captions does not change that. */
  captions(areOn: boolean): void;
  turn(turn: Turn): void;
  level(level: number): void;
  /** The problem of a source; null if it has none any more. */
  problem(problem: Problem | null, source: ListeningProblemSource): void;
  /**
   * A stop is complete. `text` has all words since the start. `isAgain`: it was complete before, and late words
   * have changed it.
   */
  finished(text: string, isAgain: boolean): void;
  /** A stop is complete, and no text of it follows, because a dictation keeps the session. */
  noTextFollows(): void;
  /** The dictation records nothing more, whatever ended it. */
  dictationEnded(id: number): void;
  /** A dictation is complete, and its turns are stored. */
  dictated(dictated: Dictated): void;
  /** Turns before this one belong to earlier speech; null while captions are on. */
  began(firstTurn: number | null): void;
  /** The microphone was opened or closed for the pre-roll. */
  preRolling(isOn: boolean): void;
  /** All speech is text and stored, and nothing is recorded. */
  settled(): void;
  /** Microphone and sockets are closed, and nothing opens them automatically. */
  rested(): void;
}
