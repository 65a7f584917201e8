import type { Status } from '#shared/status.ts';

/**
 * Ends captions when the machine goes to sleep, and begins them again when it wakes. An open socket
 * costs money while nobody speaks, and a microphone that slept may deliver nothing without an error. So
 * both are closed and opened again. Locking the screen is not sleep.
 */
export class SleepPause {
  readonly #command: (command: 'close' | 'go-on') => void;
  readonly #areWanted: () => boolean;
  #phase: Status['phase'] = 'idle';
  #isAsleep = false;
  /** Captions were on when the machine went to sleep. */
  #isPaused = false;

  /** @param areWanted whether captions are on; only captions go on after sleep */
  constructor(command: (command: 'close' | 'go-on') => void, areWanted: () => boolean) {
    this.#command = command;
    this.#areWanted = areWanted;
  }

  /** Takes every change of status, including those that its own commands cause. */
  status({ phase }: Status): void {
    this.#phase = phase;
    // The person has begun captions after waking. A dictation alone is no start of captions.
    if (!this.#isAsleep && this.#isOn && this.#areWanted()) this.#isPaused = false;
    this.#goOn();
  }

  suspend(): void {
    if (this.#isAsleep) return;
    this.#isAsleep = true;
    this.#isPaused ||= this.#isOn && this.#areWanted();
    this.#command('close');
  }

  resume(): void {
    this.#isAsleep = false;
    this.#goOn();
  }

  get #isOn(): boolean {
    return ['starting', 'listening', 'reconnecting'].includes(this.#phase);
  }

  /**
   * Begins captions again. A stop that sleep interrupted still has the old microphone, so the new one
   * opens after it.
   */
  #goOn(): void {
    if (this.#isAsleep || !this.#isPaused || this.#phase !== 'idle') return;
    this.#isPaused = false;
    this.#command('go-on');
  }
}
