/** Part of a new window's address, and so of its X class. It pairs the page with its X window. */
export const windowTag = `captionkey-window-${process.pid}-`;
