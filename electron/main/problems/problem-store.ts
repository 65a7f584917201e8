import { isNotice, type Problem } from '#shared/problem.ts';
import { problemSources, type ProblemSource } from '#shared/problem-sources.ts';

interface ProblemObserver {
  /** The problem to show has changed, or was reported again; null: there is none any more. */
  shown(problem: Problem | null): void;
  /** A source has reported a problem, which may not be the one to show. */
  reported(problem: Problem): void;
}

/**
 * The current problems. Each source sets and clears its own, and the most urgent one is shown. So no
 * problem is shown after its end, and none ends another.
 */
export class ProblemStore {
  readonly #observer: ProblemObserver;
  readonly #problems = new Map<ProblemSource, Problem>();

  constructor(observer: ProblemObserver) {
    this.#observer = observer;
  }

  /** The most urgent problem, or null. */
  get shown(): Problem | null {
    const source = problemSources.find((known) => this.#problems.has(known));
    return source === undefined ? null : (this.#problems.get(source) ?? null);
  }

  /** Whether a source has a problem now. */
  has(source: ProblemSource): boolean {
    return this.#problems.has(source);
  }

  /** Sets the problem of a source, or clears it with null. */
  set(source: ProblemSource, problem: Problem | null): void {
    const before = this.shown;
    if (problem === null) this.#problems.delete(source);
    else this.#problems.set(source, problem);
    if (problem !== null) this.#observer.reported(problem);
    const { shown } = this;
    if (shown !== before || (problem !== null && shown === problem)) this.#observer.shown(shown);
  }

  /** The person closes the shown problem. It ends if it is a notice; a problem that lasts stays. */
  close(): void {
    const source = problemSources.find((known) => this.#problems.has(known));
    const { shown } = this;
    if (source !== undefined && shown !== null && isNotice(shown)) this.clear(source);
  }

  /** Clears the problems of several sources, which then show at most one change. */
  clear(...sources: ProblemSource[]): void {
    const before = this.shown;
    for (const source of sources) this.#problems.delete(source);
    const { shown } = this;
    if (shown !== before) this.#observer.shown(shown);
  }
}
