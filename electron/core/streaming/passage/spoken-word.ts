/** A word and where it was said, by sample index, as exactly as the service tells. */
export interface SpokenWord {
  readonly text: string;
  readonly startSample: number;
  readonly endSample: number;
}
