/** Keeps the newest numbers of an endless series, addressed by their position in the series. */
export class History {
  readonly #keep: number;
  readonly #buffer: Float32Array;
  #end = 0;
  #start = 0;

  /** @param keep at least this many of the newest numbers can be read */
  constructor(keep: number) {
    this.#keep = keep;
    this.#buffer = new Float32Array(2 * keep);
  }

  /** How many numbers were appended in total. */
  get length(): number {
    return this.#end;
  }

  /** @param values at most `keep` */
  append(values: Float32Array): void {
    if (this.#end + values.length - this.#start > this.#buffer.length) {
      const kept = Math.min(this.#keep, this.#end - this.#start);
      const from = this.#end - this.#start - kept;
      this.#buffer.copyWithin(0, from, from + kept);
      this.#start = this.#end - kept;
    }
    this.#buffer.set(values, this.#end - this.#start);
    this.#end += values.length;
  }

  /** The numbers from `from` to before `to`, without those that are no longer kept. */
  view(from: number, to: number): Float32Array {
    return this.#buffer.subarray(Math.max(from - this.#start, 0), Math.max(to - this.#start, 0));
  }
}
