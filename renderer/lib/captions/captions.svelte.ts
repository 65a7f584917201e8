import { request, subscribe } from '../ipc/ipc.ts';
import type { CaptionsView, Patch, Snapshot } from '#shared/ipc.ts';
import { fold, nothingKnown } from './fold.ts';
import { paragraphs } from './paragraphs.ts';

/**
 * What the main process hears, as a window draws it: a snapshot on attaching, then patches in
 * sequence. However many patches arrive, what is drawn changes at most once per animation frame.
 */
export class Captions {
  /** What is drawn. Replaced as a whole, never changed within. */
  shown = $state.raw(nothingKnown);
  paragraphs = $derived(
    paragraphs(
      this.shown.turns.filter(({ id, text }) => id >= this.shown.firstTurn && text !== ''),
    ),
  );

  /** All that has arrived: ahead of what is drawn by at most one frame. */
  #known: Snapshot = nothingKnown;
  /** Patches that came while the snapshot was on its way; null once attached. */
  #early: Patch[] | null = null;
  #frame: number | null = null;
  readonly #view: CaptionsView;
  readonly #changed: (before: Snapshot, after: Snapshot) => void;

  /**
   * @param view what the page shows; with `status` there are no turns
   * @param changed called with every change that is received, drawn or not
   */
  constructor(
    view: CaptionsView,
    changed: (before: Snapshot, after: Snapshot) => void = () => undefined,
  ) {
    this.#view = view;
    this.#changed = changed;
  }

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    // Subscribed before attaching: a patch between the snapshot and its arrival is not lost.
    const unsubscribe = subscribe('captions:patch', (patch) => this.#receive(patch));
    void this.#attach();
    return () => {
      unsubscribe();
      this.#early = null;
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#frame = null;
    };
  }

  async #attach(): Promise<void> {
    const early: Patch[] = (this.#early = []);
    const answer = await request('captions:attach', this.#view);
    // Closed, or opened again, in the meantime.
    if (this.#early !== early) return;
    this.#early = null;
    this.#show(answer.ok ? answer.value : { ...this.#known, problem: answer.problem });
    // A gap among these attaches once more; the rest then wait for that snapshot.
    for (const patch of early) this.#receive(patch);
  }

  #receive(patch: Patch): void {
    if (this.#early) {
      this.#early.push(patch);
    } else if (patch.seq === this.#known.seq + 1) {
      const before = this.#known;
      this.#show(fold(before, patch));
      this.#changed(before, this.#known);
    } else if (patch.seq > this.#known.seq) {
      void this.#attach();
    }
  }

  #show(snapshot: Snapshot): void {
    this.#known = snapshot;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.shown = this.#known;
    });
  }
}
