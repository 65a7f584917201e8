import type { UiohookKeyboardEvent } from 'uiohook-napi';
import type { Modifier } from '#shared/accelerator.ts';
import type { ChordEvent } from './protocol.ts';

type KeyEvent = Pick<
  UiohookKeyboardEvent,
  'keycode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>;

/** What is watched for. */
interface Target {
  /** uiohook's code of the key. */
  keycode: number;
  /** All that are held with it; of a lone modifier, itself. */
  modifiers: Modifier[];
  /** It is a modifier by itself, which other programs have shortcuts with. */
  isLone: boolean;
}

/**
 * Knows of the whole keyboard whether its one chord is held. A hold begins when the key goes down
 * with exactly its modifiers, and lasts until the key is up, because fingers leave modifiers first.
 */
export class ChordWatch {
  readonly #target: Target;
  readonly #isDown: (() => Promise<boolean>) | null;
  readonly #report: (event: ChordEvent) => void;
  #isHeld = false;
  #holds = 0;
  /** The keyboard said that the key is up, and no event has. */
  #isFoundUp = false;
  /** Since it is held, something else was pressed. */
  #isAccompanied = false;

  /** @param isDown asks the keyboard itself for the key, or null where it cannot be asked */
  constructor(
    target: Target,
    isDown: (() => Promise<boolean>) | null,
    report: (event: ChordEvent) => void,
  ) {
    this.#target = target;
    this.#isDown = isDown;
    this.#report = report;
  }

  /** Whether a key is the watched one, and held now. */
  isHolding(keycode: number): boolean {
    return this.#isHeld && keycode === this.#target.keycode;
  }

  down(event: KeyEvent): void {
    if (this.#isHeld && event.keycode !== this.#target.keycode) this.other();
    // A key that is held repeats.
    if (this.#isHeld || !this.#matches(event)) return;
    if (this.#isFoundUp) void this.#beginIfDown();
    else this.#begin();
  }

  up({ keycode }: KeyEvent): void {
    if (keycode !== this.#target.keycode) return;
    this.#isFoundUp = false;
    if (this.#isHeld) this.#end();
  }

  /** Something else was pressed: with a lone modifier that is held, it is another's shortcut. */
  other(): void {
    if (!this.#isHeld || !this.#target.isLone || this.#isAccompanied) return;
    this.#isAccompanied = true;
    this.#report('other-key');
  }

  /**
   * A grab has told a press of the chord. Its modifiers may be unknown here: a release of one got
   * lost, or they went down while the hook started. The press may be over by now, which the keyboard
   * tells; and while an event is due that ends the hold before, it would end this one.
   *
   * @param isTap a key that is up by now was tapped before this one listened
   */
  async grabbed({ isTap }: { isTap: boolean }): Promise<void> {
    if (this.#isHeld || this.#isFoundUp || this.#isDown === null) return;
    const hold = this.#holds;
    const isDown = await this.#isDown();
    if (hold !== this.#holds) return;
    if (isDown || isTap) this.#begin();
    if (!isDown && isTap) this.#end();
  }

  /** Tells the release that is due: one that was told and got lost, or that nobody told us. */
  async check(): Promise<void> {
    const hold = this.#holds;
    const isDown = this.#isHeld && (await this.#asksDown());
    // While the keyboard was asked, another hold may have begun.
    if (isDown || hold !== this.#holds) return;
    this.#isFoundUp ||= this.#isHeld;
    this.#end();
  }

  /** Events are late where the keyboard's answers are not: repeats of before may be on their way. */
  async #beginIfDown(): Promise<void> {
    const isDown = await this.#asksDown();
    if (!isDown || !this.#isFoundUp) return;
    this.#isFoundUp = false;
    this.#begin();
  }

  async #asksDown(): Promise<boolean> {
    return this.#isDown === null || (await this.#isDown());
  }

  #begin(): void {
    this.#isHeld = true;
    this.#isAccompanied = false;
    this.#holds += 1;
    this.#report('press');
  }

  #end(): void {
    this.#isHeld = false;
    this.#report('release');
  }

  #matches({ keycode, ctrlKey, altKey, shiftKey, metaKey }: KeyEvent): boolean {
    if (keycode !== this.#target.keycode) return false;
    const held = { control: ctrlKey, alt: altKey, shift: shiftKey, super: metaKey };
    return (['control', 'alt', 'shift', 'super'] as const).every(
      (modifier) => held[modifier] === this.#target.modifiers.includes(modifier),
    );
  }
}
