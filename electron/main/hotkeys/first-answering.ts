import type { HotkeyAction } from '#shared/actions.ts';
import type { BackEnd, Binding, HotkeyStatus } from './back-end.ts';

/** Opens a back end; null if the desktop does not have it. */
type Open = () => Promise<BackEnd | null>;

/**
 * The first of several back ends that the desktop has. The answer decides, because the name of a desktop
 * says neither what its version can do nor what is missing in it.
 */
export class FirstAnswering implements BackEnd {
  readonly #chosen: Promise<BackEnd>;
  /** Null until a back end has answered. */
  #backEnd: BackEnd | null = null;
  #onEscape: (() => void) | null = null;
  #isDisposed = false;

  /** @param otherwise the back end if none of the others answers */
  constructor(backEnds: Open[], otherwise: () => BackEnd) {
    this.#chosen = this.#choose(backEnds, otherwise);
  }

  get areChosenElsewhere(): boolean {
    return this.#backEnd?.areChosenElsewhere ?? false;
  }

  get hearsEscape(): boolean {
    return this.#backEnd?.hearsEscape ?? false;
  }

  async bind(binding: Binding): Promise<HotkeyStatus> {
    return (await this.#chosen).bind(binding);
  }

  unbind(action: HotkeyAction): void {
    void this.#chosen.then((backEnd) => backEnd.unbind(action));
  }

  watchEscape(onEscape: (() => void) | null): void {
    this.#onEscape = onEscape;
    this.#backEnd?.watchEscape(onEscape);
  }

  watchInput(afterServerMs: number | null): () => boolean | null {
    return this.#backEnd?.watchInput(afterServerMs) ?? (() => null);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#backEnd?.dispose();
  }

  async #choose(backEnds: Open[], otherwise: () => BackEnd): Promise<BackEnd> {
    for (const open of backEnds) {
      const backEnd = await open().catch(() => null);
      if (backEnd !== null) return this.#use(backEnd);
    }
    return this.#use(otherwise());
  }

  #use(backEnd: BackEnd): BackEnd {
    this.#backEnd = backEnd;
    if (this.#onEscape !== null) backEnd.watchEscape(this.#onEscape);
    if (this.#isDisposed) backEnd.dispose();
    return backEnd;
  }
}
