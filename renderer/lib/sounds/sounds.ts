import type { Cue } from './cue.ts';
import { playTone } from './tone.ts';

/** Of two events at once, one tone is enough. */
const betweenMs = 250;

/** A tone so late would tell of something else; an output that was missing may come at any time. */
const tooLateMs = 400;

/** The tones, one at a time. Between them nothing is kept running. */
export class Sounds {
  #context: AudioContext | null = null;
  #askedAtMs = -Infinity;

  play(cue: Cue): void {
    const nowMs = performance.now();
    if (nowMs - this.#askedAtMs < betweenMs) return;
    this.#askedAtMs = nowMs;
    const context = (this.#context ??= new AudioContext());
    void context.resume().then(() => {
      if (performance.now() - nowMs > tooLateMs) return context.suspend();
      playTone(context, cue).onended = () => void context.suspend();
    });
  }
}
