import type { ListeningEffect } from '#core/listening/listening.ts';
import { problem as problemOf, type Problem } from '#shared/problem.ts';
import type { ListeningObserver } from './observer.ts';

/** Decides which problems of the microphone and of the connection target are shown, and until when. */
export class ListeningProblems {
  readonly #show: ListeningObserver['problem'];
  readonly #warning: () => Problem | null;
  #isAttended = false;

  /** @param warning what is wrong with the open microphone; null if nothing is */
  constructor(show: ListeningObserver['problem'], warning: () => Problem | null) {
    this.#show = show;
    this.#warning = warning;
  }

  /** @param isAttended whether the person speaks or watches the level */
  attend(isAttended: boolean): void {
    if (isAttended === this.#isAttended) return;
    this.#isAttended = isAttended;
    if (isAttended) this.#show(null, 'microphone-failure');
    this.#show(isAttended ? this.#warning() : null, 'microphone');
  }

  /** Shows the warning once the person speaks. Before that it would only disturb them. */
  warned(problem: Problem | null): void {
    if (this.#isAttended) this.#show(problem, 'microphone');
  }

  microphoneFailed(problem: Problem): void {
    this.#show(problem, 'microphone-failure');
  }

  /** No session can start without a connection target. */
  refused(problem: Problem): void {
    this.#show(problem, 'account');
  }

  connectionTargetFound(): void {
    this.#show(null, 'account');
  }

  /** Nobody speaks while captions are on. */
  quiet({ outcome, minutes }: Extract<ListeningEffect, { type: 'quiet' }>): void {
    const problems = {
      'stops-soon': problemOf('captions-stop-soon', {}),
      'goes-on': null,
      stopped: problemOf('captions-stopped', { minutes }),
    };
    this.#show(problems[outcome], 'quiet');
  }

  /** Ends the problems of earlier starts. */
  started(): void {
    this.#show(null, 'account');
    this.#show(null, 'connection');
    this.#show(null, 'microphone-failure');
    this.#show(null, 'quiet');
    this.#show(this.#warning(), 'microphone');
  }
}
