/**
 * Says whether the held key is down on macOS. Apple does not document what macOS answers without a
 * permission or in a password field. So "up" only counts against a hold if macOS said "down" before,
 * during the same hold.
 */
export class MacKeys {
  readonly #isKeyDown: () => boolean;
  #isHeld = false;
  #wasDown = false;

  /** @param isKeyDown asks macOS about the key */
  constructor(isKeyDown: () => boolean) {
    this.#isKeyDown = isKeyDown;
  }

  readonly isDown = (): Promise<boolean> => {
    const isDown = this.#isKeyDown();
    this.#wasDown ||= isDown;
    return Promise.resolve(isDown || (this.#isHeld && !this.#wasDown));
  };

  pressed(): void {
    this.#isHeld = true;
    this.#wasDown = this.#isKeyDown();
  }

  released(): void {
    this.#isHeld = false;
  }
}
