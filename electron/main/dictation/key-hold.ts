/** Whether the dictation key is held. While it is, the display server sends keys to no other program. */
export class KeyHold {
  #holds = 0;
  #ended: PromiseWithResolvers<void> | null = null;

  /** The number of holds so far. */
  get holds(): number {
    return this.#holds;
  }

  get isHeld(): boolean {
    return this.#ended !== null;
  }

  set(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    if (isHeld) this.#holds += 1;
    this.#ended?.resolve();
    this.#ended = isHeld ? Promise.withResolvers() : null;
  }

  /** Resolves once the key is up. */
  async up(): Promise<void> {
    while (this.#ended !== null) await this.#ended.promise;
  }
}
