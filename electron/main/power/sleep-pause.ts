import type { Status } from '#shared/status.ts';

/**
 * Ends captions when the machine goes to sleep and begins them again when it wakes. An open
 * socket costs money while nobody speaks, and a microphone that slept may deliver nothing without
 * an error; so both are closed, and opened anew. Locking the screen is not sleep.
 */
export class SleepPause {
  readonly #command: (command: 'close' | 'go-on') => void;
  readonly #areWanted: () => boolean;
  #phase: Status['phase'] = 'idle';
  #isAsleep = false;
  /** Captions were on when the machine went to sleep. */
  #isPaused = false;

  /** @param areWanted whether captions are on; what else is heard does not go on after sleep */
  constructor(command: (command: 'close' | 'go-on') => void, areWanted: () => boolean) {
    this.#command = command;
    this.#areWanted = areWanted;
  }

  /** To be told every change of status, the commands of this unit included. */
  status({ phase }: Status): void {
    this.#phase = phase;
    // Somebody was faster after waking; a dictation alone is no start of captions.
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

  /** A stop that sleep interrupted still has the old microphone; the new one is opened after it. */
  #goOn(): void {
    if (this.#isAsleep || !this.#isPaused || this.#phase !== 'idle') return;
    this.#isPaused = false;
    this.#command('go-on');
  }
}
