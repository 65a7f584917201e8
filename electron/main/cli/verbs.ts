import type { Verb } from '#shared/actions.ts';

interface Actions {
  verb(verb: Exclude<Verb, 'quit'>): void;
  openPanel(): void;
  quit(): void;
}

/** Runs the verbs of this launch and of later ones. Verbs during the start wait. */
export class VerbRunner {
  #actions: Actions | null = null;
  readonly #waiting: Verb[][] = [];

  /** @param verbs the verbs of one launch; an empty list opens the panel */
  run(verbs: Verb[]): void {
    if (this.#actions === null) this.#waiting.push(verbs);
    else if (verbs.length === 0) this.#actions.openPanel();
    else for (const verb of verbs) act(verb, this.#actions);
  }

  /** The app has started: runs the waiting verbs, and later ones at once. */
  begin(actions: Actions): void {
    this.#actions = actions;
    for (const verbs of this.#waiting.splice(0)) this.run(verbs);
  }
}

function act(verb: Verb, actions: Actions): void {
  if (verb === 'quit') actions.quit();
  else actions.verb(verb);
}
