import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { mainTuning } from '../time/tuning.ts';

interface Shown {
  show(): void;
  hide(): void;
}

/** Shows the captions while something is heard or wrong, and hides them afterwards. */
export class CaptionsVisibility {
  readonly #window: Shown;
  readonly #settings: Pick<SettingsStore, 'all' | 'on'>;
  #status: Status = { phase: 'idle' };
  #hasProblem = false;
  #dictation: DictationStatus['phase'] = 'idle';
  /** Whether the last speech was a dictation, whose words are already at the cursor. */
  #wasDictation = false;
  /** Whether the newest words may still change: more are likely to come. */
  #isSpeaking = false;
  /** Silence is on its way to hide the captions, or has hidden them. */
  #isSilent = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(window: Shown, settings: Pick<SettingsStore, 'all' | 'on'>) {
    this.#window = window;
    this.#settings = settings;
    settings.on('changed', (names) => {
      if (names.includes('captionsHideAfterSeconds') && !this.#isIdle) this.#restart();
    });
  }

  status(status: Status): void {
    this.#status = status;
    // The sentence that a lost connection cut off may never get a final.
    if (status.phase !== 'listening' || !status.connected) this.#isSpeaking = false;
    if (status.phase !== 'idle') this.#wasDictation = this.#dictation !== 'idle';
    this.#update();
  }

  problem(problem: Problem | null): void {
    const isOver = this.#hasProblem && problem === null;
    this.#hasProblem = problem !== null;
    if (this.#hasProblem || (isOver && !this.#isIdle)) this.#update();
  }

  /** Shows the outcome of a dictation as long as its status lasts. */
  dictation({ phase }: DictationStatus): void {
    this.#dictation = phase;
    if (phase !== 'idle') this.#wasDictation = true;
    this.#update();
  }

  /** Words bring the captions back. While a sentence grows, no timer is set. */
  turn({ isFinal }: Turn): void {
    if (this.#isSpeaking && !isFinal) return;
    this.#isSpeaking = !isFinal;
    if (!this.#isIdle) this.#restart();
  }

  get #isIdle(): boolean {
    return this.#status.phase === 'idle' && this.#dictation === 'idle';
  }

  /** Captions hide in a silence only if there is nothing else to show. */
  get #mayHide(): boolean {
    const { phase } = this.#status;
    const isCalm =
      phase === 'listening' && this.#status.connected && this.#status.catchUpSeconds === undefined;
    return isCalm && this.#dictation === 'idle' && !this.#hasProblem && !this.#isSpeaking;
  }

  #restart(): void {
    this.#isSilent = false;
    this.#update();
  }

  #update(): void {
    const { captionsHideAfterSeconds } = this.#settings.all;
    const isSilent = this.#mayHide && captionsHideAfterSeconds !== null;
    if (isSilent && this.#isSilent) return;
    this.#isSilent = isSilent;
    clearTimeout(this.#timer);
    if (!this.#isIdle || this.#hasProblem) this.#window.show();
    if (isSilent) this.#hideAfter(captionsHideAfterSeconds * 1_000);
    else if (this.#isIdle) this.#hideAfter(this.#lingerMs);
  }

  #hideAfter(delayMs: number): void {
    this.#timer = setTimeout(() => this.#window.hide(), delayMs);
  }

  get #lingerMs(): number {
    if (this.#hasProblem) return mainTuning.problemLingerMs;
    return this.#wasDictation ? 0 : mainTuning.captionsLingerMs;
  }
}
