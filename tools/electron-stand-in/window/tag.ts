/** Part of a new window's address and so of its X class, by which the two are brought together. */
export const windowTag = `captionkey-window-${process.pid}-`;
