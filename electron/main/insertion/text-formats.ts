/** Latin-1 with tabs and newlines (ICCCM). Programs of X mean this by it, on XWayland too. */
export const latin1Format = 'STRING';

/** A text in {@link latin1Format}; null if it has other characters, which would become question marks. */
export const latin1Of = (text: string): Buffer<ArrayBuffer> | null =>
  /^[\t\n\x20-\x7e\xa0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : null;

/** Keeps a text out of the history of clipboard managers. KeePassXC introduced it. */
export const secretHint = {
  format: 'x-kde-passwordManagerHint',
  bytes: Buffer.from('secret'),
} as const;
