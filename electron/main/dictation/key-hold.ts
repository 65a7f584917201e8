/** Whether the dictation key is held: as long as it is, the display server sends keys to nobody else. */
export class KeyHold {
  #holds = 0;
  #ended: PromiseWithResolvers<void> | null = null;

  /** How often it was held so far. */
  get holds(): number {
    return this.#holds;
  }

  set(isHeld: boolean): void {
    if (isHeld === (this.#ended !== null)) return;
    if (isHeld) this.#holds += 1;
    this.#ended?.resolve();
    this.#ended = isHeld ? Promise.withResolvers() : null;
  }

  /** Resolves once it is up. */
  async up(): Promise<void> {
    while (this.#ended !== null) await this.#ended.promise;
  }
}
