import koffi from 'koffi';
import * as v from 'valibot';
import type { Reference } from './mac-system.ts';

const integer = v.union([v.number(), v.bigint()]);

/** A library of the system, whose functions are declared by their prototypes. */
export class NativeLibrary {
  readonly #library;

  constructor(path: string) {
    this.#library = koffi.load(path);
  }

  /**
   * Declares a function that returns a reference. A reference needs all of its 64 bits: a short string
   * or a small number of macOS is not an address, but stands in the reference itself.
   */
  reference(prototype: string): (...args: unknown[]) => Reference {
    const native: (...args: unknown[]) => unknown = this.#library.func(prototype);
    return (...args) => BigInt(v.parse(integer, native(...args)));
  }

  /** Declares a function that returns a number, a truth value or nothing. */
  number(prototype: string): (...args: unknown[]) => number {
    const native: (...args: unknown[]) => unknown = this.#library.func(prototype);
    return (...args) => Number(native(...args));
  }

  /** The reference that a constant of the library holds. */
  constant(symbol: string): Reference {
    const address: unknown = this.#library.symbol(symbol);
    return BigInt(v.parse(integer, koffi.decode(address, 'uintptr_t')));
  }
}

/** A framework of macOS. */
export const framework = (name: string): NativeLibrary =>
  new NativeLibrary(`/System/Library/Frameworks/${name}.framework/${name}`);
