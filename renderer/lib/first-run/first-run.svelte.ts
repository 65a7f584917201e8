export const firstRunSteps = ['key', 'microphone', 'hello'] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/**
 * The steps of the first run, in one window of the panel. Main decides whether there is a first run. It
 * goes on here when the key is saved, after which main would not begin it.
 */
export class FirstRun {
  /** Null while there is none. */
  step = $state<FirstRunStep | null>(null);
  /** The recording of the demo speaks instead of the person. */
  isDemo = $state(false);
  #isOver = false;

  begin(): void {
    if (!this.#isOver) this.step ??= 'key';
  }

  /** The demo plays. */
  playDemo(): void {
    this.isDemo = true;
    this.step = 'hello';
  }

  goTo(step: FirstRunStep): void {
    this.isDemo = false;
    this.step = step;
  }

  end(): void {
    this.#isOver = true;
    this.step = null;
  }
}
