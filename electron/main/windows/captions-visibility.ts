import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { tuning } from '#core/tuning.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { mainTuning } from '../time/tuning.ts';

interface Parts {
  window: { show(): void; hide(): void };
  settings: Pick<SettingsStore, 'all' | 'on'>;
  /** What shows a dictation. It shows the problems of that, too. */
  pill: { readonly takesAlerts: boolean };
}

/** Shows the captions while they are on or something is wrong, and hides them afterwards. */
export class CaptionsVisibility {
  readonly #window: Parts['window'];
  readonly #settings: Parts['settings'];
  readonly #pill: Parts['pill'];
  #status: Status = { phase: 'idle' };
  /** Captions are on, or their last words are awaited. A dictation alone shows no captions. */
  #hasCaptions = false;
  /** The captions say that their text was copied. */
  #isCopiedShown = false;
  #problem: Problem | null = null;
  #hasProblem = false;
  /** Whether the newest words may still change: more are likely to come. */
  #isTurnOpen = false;
  /** Silence is on its way to hide the captions, or has hidden them. */
  #isHidingInSilence = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({ window, settings, pill }: Parts) {
    this.#window = window;
    this.#settings = settings;
    this.#pill = pill;
    settings.on('changed', (names) => {
      if (names.includes('captionsHideAfterSeconds') && this.#hasCaptions) this.#restart();
    });
  }

  captions(areOn: boolean): void {
    // Their end comes as a status: the last words are shown until then.
    if (!areOn) return;
    this.#hasCaptions = true;
    this.#hasProblem = this.#problem !== null;
    this.#update();
  }

  status(status: Status): void {
    this.#status = status;
    // The sentence that a lost connection cut off may never get a final.
    if (status.phase !== 'listening' || !status.connected) this.#isTurnOpen = false;
    if (!this.#hasCaptions) return;
    this.#hasCaptions = status.phase !== 'idle';
    this.#update();
  }

  problem(problem: Problem | null): void {
    const isOver = this.#hasProblem && problem === null;
    this.#problem = problem;
    this.#hasProblem = problem !== null && !this.#pill.takesAlerts;
    if (this.#hasProblem || (isOver && this.#hasCaptions)) this.#update();
  }

  /** The notice that the text of stopped captions was copied begins or ends. They hide with its end. */
  copied(isShown: boolean): void {
    this.#isCopiedShown = isShown;
    if (isShown || this.#hasProblem) this.#update();
    else if (!this.#hasCaptions) this.#hideAfter(0);
  }

  /** Words bring the captions back. While a sentence grows, no timer is set. */
  turn({ isFinal }: Turn): void {
    if (this.#isTurnOpen && !isFinal) return;
    this.#isTurnOpen = !isFinal;
    if (this.#hasCaptions) this.#restart();
  }

  /** Captions hide in a silence only if there is nothing else to show. */
  get #mayHide(): boolean {
    const { phase } = this.#status;
    const isCalm =
      phase === 'listening' && this.#status.connected && this.#status.catchUpSeconds === undefined;
    return isCalm && !this.#hasProblem && !this.#isTurnOpen;
  }

  #restart(): void {
    this.#isHidingInSilence = false;
    this.#update();
  }

  #update(): void {
    const { captionsHideAfterSeconds } = this.#settings.all;
    const isHidingInSilence =
      this.#hasCaptions && this.#mayHide && captionsHideAfterSeconds !== null;
    if (isHidingInSilence && this.#isHidingInSilence) return;
    this.#isHidingInSilence = isHidingInSilence;
    clearTimeout(this.#timer);
    if (this.#hasCaptions || this.#hasProblem || this.#isCopiedShown) this.#window.show();
    if (isHidingInSilence) this.#hideAfter(captionsHideAfterSeconds * 1_000);
    else if (!this.#hasCaptions && !this.#isCopiedShown) this.#hideAfter(this.#lingerMs);
  }

  #hideAfter(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#window.hide(), delayMs);
  }

  get #lingerMs(): number {
    return this.#hasProblem ? tuning.problemShownMs : mainTuning.captionsLingerMs;
  }
}
