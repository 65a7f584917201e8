import type { UndoableClipboard } from '../undoable-clipboard.ts';
import { usualRules, type Outcome, type Target } from '../insertion.ts';
import type { NativeBackEnd, BackEndState } from '../wayland-insertion.ts';

/**
 * The first of several insertions that the desktop offers. The answer decides, because the name of a
 * desktop says neither what its version can do nor what is missing in it.
 */
export class FirstAnsweringBackEnd implements NativeBackEnd {
  readonly #chosen: Promise<NativeBackEnd>;
  readonly clipboard: UndoableClipboard = {
    copy: async (text) => (await this.#chosen).clipboard.copy(text),
    undo: async () => (await this.#chosen).clipboard.undo(),
    accept: async () => (await this.#chosen).clipboard.accept(),
  };

  /** @param otherwise the insertion if none of the others answers */
  constructor(backEnds: (() => Promise<NativeBackEnd | null>)[], otherwise: () => NativeBackEnd) {
    this.#chosen = choose(backEnds, otherwise);
  }

  async isUsable(): Promise<boolean> {
    return (await this.#chosen).isUsable();
  }

  async state(): Promise<BackEndState> {
    return (await this.#chosen).state();
  }

  async focused(): Promise<Target | null> {
    return (await this.#chosen).focused();
  }

  async insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    return (await this.#chosen).insert(text, target, rules);
  }

  async copy(text: string): Promise<Outcome> {
    return (await this.#chosen).copy(text);
  }

  async dispose(): Promise<void> {
    await (await this.#chosen).dispose();
  }
}

async function choose(
  backEnds: (() => Promise<NativeBackEnd | null>)[],
  otherwise: () => NativeBackEnd,
): Promise<NativeBackEnd> {
  for (const open of backEnds) {
    const backEnd = await open().catch(() => null);
    if (backEnd !== null) return backEnd;
  }
  return otherwise();
}
