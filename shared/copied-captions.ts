/** What the captions show for some seconds after a person has stopped them. */
export interface CopiedCaptions {
  /** The words that are on the clipboard now. */
  wordCount: number;
  /** Whether the content before them can be restored. */
  canUndo: boolean;
  /** Whether the history has them. */
  hasTranscript: boolean;
}
