import { englishSentenceOf } from '#shared/messages/index.ts';
import { problem as problemOf, type Problem } from '#shared/problem.ts';
import type { Turn } from '#shared/turn.ts';
import type { Arguments } from './arguments.ts';
import { printer } from './print.ts';
import { printError } from './standard-streams.ts';

/** What `--print` writes during a launch, and its exit status. */
export class PrintedRun {
  /** With a recording instead of the microphone, printing ends when the recording does. */
  readonly endsAutomatically: boolean;
  readonly #print: ((turn: Turn) => void) | null;
  readonly #quit: (exitCode: number) => void;
  #hasFailed = false;
  #hasPrinted = false;

  /** @param quit ends the app with a status */
  constructor(launch: Arguments, quit: (exitCode: number) => void) {
    this.#print = launch.print === null ? null : printer(launch.print, () => quit(0));
    this.#quit = quit;
    this.endsAutomatically = this.#print !== null && (launch.isDemo || launch.input !== null);
  }

  turn(turn: Turn): void {
    this.#print?.(turn);
    this.#hasPrinted ||= turn.isFinal && turn.text !== '';
  }

  problem(problem: Problem | null): void {
    this.#hasFailed ||= problem !== null;
  }

  /** The recording has ended: ends the app. */
  end(): void {
    if (!this.#hasPrinted && !this.#hasFailed)
      printError(englishSentenceOf(problemOf('nothing-heard', {})));
    this.#quit(this.#hasFailed ? 1 : 0);
  }
}
