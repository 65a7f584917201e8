import { isNotice, type Problem } from '#shared/problem.ts';
import {
  problemSources,
  type CurrentProblem,
  type ProblemSource,
} from '#shared/problem-sources.ts';

interface ProblemObserver {
  /** The most urgent problem has changed, or was reported again; null: there is none any more. */
  shown(problem: Problem | null): void;
  /** The current problems have changed. */
  changed(current: CurrentProblem[]): void;
  /** A source has reported a problem, which may not be the most urgent one. */
  reported(problem: Problem): void;
}

/**
 * The current problems. Each source reports its own, so that none ends another. The captions or the pill
 * show the most urgent one, and the panel shows all.
 */
export class ProblemStore {
  readonly #observer: ProblemObserver;
  readonly #problems = new Map<ProblemSource, Problem>();

  constructor(observer: ProblemObserver) {
    this.#observer = observer;
  }

  /** The current problems, the most urgent first. */
  get current(): CurrentProblem[] {
    return problemSources.flatMap((source) => {
      const problem = this.#problems.get(source);
      return problem === undefined ? [] : [{ source, problem }];
    });
  }

  /** The most urgent problem, or null. */
  get shown(): Problem | null {
    return this.current[0]?.problem ?? null;
  }

  /** Whether a source has a problem now. */
  has(source: ProblemSource): boolean {
    return this.#problems.has(source);
  }

  /** Sets the problem of a source, or clears it with null. */
  set(source: ProblemSource, problem: Problem | null): void {
    if (problem === null) {
      this.clear(source);
      return;
    }
    const before = this.shown;
    this.#problems.set(source, problem);
    this.#observer.reported(problem);
    this.#observer.changed(this.current);
    const { shown } = this;
    if (shown !== before || shown === problem) this.#observer.shown(shown);
  }

  /** The person closes a problem. It ends if it is a notice; a problem that lasts stays. */
  close(source: ProblemSource): void {
    const problem = this.#problems.get(source);
    if (problem !== undefined && isNotice(problem)) this.clear(source);
  }

  /** Clears the problems of several sources, which then show at most one change. */
  clear(...sources: ProblemSource[]): void {
    const ended = sources.filter((source) => this.#problems.has(source));
    if (ended.length === 0) return;
    const before = this.shown;
    for (const source of ended) this.#problems.delete(source);
    this.#observer.changed(this.current);
    const { shown } = this;
    if (shown !== before) this.#observer.shown(shown);
  }
}
