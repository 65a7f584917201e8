/** The newest stretch of an endless series of numbers, addressed by position since its start. */
export class History {
  readonly #keep: number;
  readonly #buffer: Float32Array;
  #end = 0;
  #start = 0;

  /** @param keep how many of the newest numbers can be read back, at the least */
  constructor(keep: number) {
    this.#keep = keep;
    this.#buffer = new Float32Array(2 * keep);
  }

  /** How many numbers were appended in all. */
  get length(): number {
    return this.#end;
  }

  /** @param values no more than were asked to be kept */
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

  /** The numbers from one position to before another; those no longer kept are left out. */
  view(from: number, to: number): Float32Array {
    return this.#buffer.subarray(Math.max(from - this.#start, 0), Math.max(to - this.#start, 0));
  }
}
