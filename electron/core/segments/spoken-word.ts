/** A word and the sound it was said in, by sample index. */
export interface SpokenWord {
  readonly text: string;
  /** The word begins here or later: the service reports beginnings up to a second early. */
  readonly startSample: number;
  /** The word ends here or up to `tuning.wordEndLateMs` earlier. */
  readonly endSample: number;
  /** The service sent no usable times: the word was said anywhere between the two samples. */
  readonly isUntimed?: true;
  /** The turn ended after this word, because speech paused or because it may have been cut there. */
  readonly turnEnd?: 'pause' | 'cut';
}
