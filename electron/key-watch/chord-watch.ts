import type { UiohookKeyboardEvent } from 'uiohook-napi';
import type { Modifier } from '#shared/accelerator.ts';
import { monotonicMs } from '../monotonic.ts';
import type { ChordEvent } from './protocol.ts';
import { keyWatchTuning } from './tuning.ts';

type HookEvent = Pick<
  UiohookKeyboardEvent,
  'keycode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>;

/** The chord to watch. */
interface WatchedKey {
  /** uiohook's code of the key. */
  keycode: number;
  /** The modifiers that are held with the key. A lone modifier lists itself. */
  modifiers: Modifier[];
  /** The chord is one modifier key. Other programs have shortcuts with it. */
  isLone: boolean;
}

/**
 * Tracks whether one chord is held. A hold begins when the key goes down with exactly its modifiers.
 * It ends when the key goes up, because people often release the modifiers first.
 */
export class ChordWatch {
  readonly #target: WatchedKey;
  readonly #isDown: (() => Promise<boolean>) | null;
  readonly #report: (event: ChordEvent) => void;
  readonly #nowMs: () => number;
  #isHeld = false;
  /** When the key went up at the end of the last hold. */
  #upAtMs = -Infinity;
  #holds = 0;
  /** A query found the key up, and its key-up event is still due. */
  #isReleaseEventDue = false;
  /** Something else was pressed during this hold. */
  #hasOtherInput = false;

  /** @param isDown queries the keyboard for the key; null if that is not possible */
  constructor(
    target: WatchedKey,
    isDown: (() => Promise<boolean>) | null,
    report: (event: ChordEvent) => void,
    nowMs = monotonicMs,
  ) {
    this.#target = target;
    this.#isDown = isDown;
    this.#report = report;
    this.#nowMs = nowMs;
  }

  /** Whether this key is the watched one and is held. */
  isHolding(keycode: number): boolean {
    return this.#isHeld && keycode === this.#target.keycode;
  }

  down(event: HookEvent): void {
    if (this.#isHeld && event.keycode !== this.#target.keycode) this.other();
    // A key that is held repeats.
    if (this.#isHeld || !this.#matches(event)) return;
    if (this.#isReleaseEventDue) void this.#beginIfDown();
    else this.#begin();
  }

  up({ keycode }: HookEvent): void {
    if (keycode !== this.#target.keycode) return;
    this.#isReleaseEventDue = false;
    if (!this.#isHeld) return;
    this.#upAtMs = this.#nowMs();
    this.#end();
  }

  /** Something else was pressed. With a lone modifier, that is a shortcut of another program. */
  other(): void {
    if (!this.#isHeld || !this.#target.isLone || this.#hasOtherInput) return;
    this.#hasOtherInput = true;
    this.#report('other-key');
  }

  /**
   * A grab reported a press of the chord. The hook may have missed it: it lost the release of a
   * modifier, or the modifiers went down before it started. The key may be up by now, so the keyboard
   * is queried. A grab is ignored while the key-up event of the previous hold is due, because that
   * event would end the new hold. One that comes just after the hold is a repeat of it, even if the key
   * seems to be down: Windows calls the hook before it notes that the key is up.
   *
   * @param isTap the press is from before the start; if the key is up, report press and release
   */
  async grabbed({ isTap }: { isTap: boolean }): Promise<void> {
    if (this.#isHeld || this.#isReleaseEventDue || this.#isDown === null) return;
    if (!isTap && this.#nowMs() - this.#upAtMs < keyWatchTuning.keysArePausedMs) return;
    const hold = this.#holds;
    const isDown = await this.#isDown();
    if (hold !== this.#holds) return;
    if (isDown || isTap) this.#begin();
    if (!isDown && isTap) this.#end();
  }

  /** Reports `release` if the chord is not held, in case the event or the first report was lost. */
  async check(): Promise<void> {
    const hold = this.#holds;
    const isDown = this.#isHeld && (await this.#isKeyDown());
    // Another hold may have begun during the query.
    if (isDown || hold !== this.#holds) return;
    this.#isReleaseEventDue ||= this.#isHeld;
    this.#end();
  }

  /** Events can be later than the keyboard's answers, so this press may be a repeat of the last hold. */
  async #beginIfDown(): Promise<void> {
    const isDown = await this.#isKeyDown();
    if (!isDown || !this.#isReleaseEventDue) return;
    this.#isReleaseEventDue = false;
    this.#begin();
  }

  async #isKeyDown(): Promise<boolean> {
    return this.#isDown === null || (await this.#isDown());
  }

  #begin(): void {
    this.#isHeld = true;
    this.#hasOtherInput = false;
    this.#holds += 1;
    this.#report('press');
  }

  #end(): void {
    this.#isHeld = false;
    this.#report('release');
  }

  #matches({ keycode, ctrlKey, altKey, shiftKey, metaKey }: HookEvent): boolean {
    if (keycode !== this.#target.keycode) return false;
    const held = { control: ctrlKey, alt: altKey, shift: shiftKey, super: metaKey };
    return (['control', 'alt', 'shift', 'super'] as const).every(
      (modifier) => held[modifier] === this.#target.modifiers.includes(modifier),
    );
  }
}
