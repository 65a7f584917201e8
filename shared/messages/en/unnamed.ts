/** What a sentence says if a name is not known. */
export const unnamed = {
  program: 'the other program',
  /** In parentheses, as the reason of a failed connection. */
  failure: 'no answer',
};
