import type { Outcome, Target } from '../insertion.ts';
import type { NativeWay, WayState } from '../wayland-insertion.ts';

/**
 * The first of several insertions that the desktop offers. The answer decides, because the name of a
 * desktop says neither what its version can do nor what is missing in it.
 */
export class FirstAnsweringWay implements NativeWay {
  readonly #chosen: Promise<NativeWay>;

  /** @param otherwise the insertion if none of the others answers */
  constructor(ways: (() => Promise<NativeWay | null>)[], otherwise: () => NativeWay) {
    this.#chosen = choose(ways, otherwise);
  }

  async isUsable(): Promise<boolean> {
    return (await this.#chosen).isUsable();
  }

  async state(): Promise<WayState> {
    return (await this.#chosen).state();
  }

  async focused(): Promise<Target | null> {
    return (await this.#chosen).focused();
  }

  async insert(text: string, target: Target | null): Promise<Outcome> {
    return (await this.#chosen).insert(text, target);
  }

  async copy(text: string): Promise<Outcome> {
    return (await this.#chosen).copy(text);
  }

  async dispose(): Promise<void> {
    await (await this.#chosen).dispose();
  }
}

async function choose(
  ways: (() => Promise<NativeWay | null>)[],
  otherwise: () => NativeWay,
): Promise<NativeWay> {
  for (const open of ways) {
    const way = await open().catch(() => null);
    if (way !== null) return way;
  }
  return otherwise();
}
