import type { Problem } from '#shared/status.ts';

export const focusMoved = (app: string): Problem => ({
  code: 'focus-moved',
  sentence: `The focus is no longer where it was in ${app}, so nothing was typed. Go to where the text belongs, then insert it again.`,
});

export const keyboardTaken: Problem = {
  code: 'keyboard-taken',
  sentence:
    'A menu, a screen lock or a held key has the keyboard, so nothing was typed. Close it or let go, then insert it again.',
};

export const noTarget: Problem = {
  code: 'no-target',
  sentence:
    'There was no other window to insert the text in, so it is on the clipboard. Paste it where it belongs.',
};

export const noPasteKey: Problem = {
  code: 'no-paste-key',
  sentence:
    'There is no key here that CaptionKey could paste with, so the text is on the clipboard. Paste it with the menu of the program.',
};

export const notRead = (app: string): Problem => ({
  code: 'not-read',
  sentence: `${app} has not read the text that was to be pasted. It is on the clipboard: paste it where it belongs.`,
});

export const takenOver = (app: string): Problem => ({
  code: 'clipboard-taken-over',
  sentence: `A clipboard manager has taken the text over before ${app} could be seen to read it. It is on the clipboard; look whether it is in ${app} too.`,
});

export const clipboardTaken = (app: string): Problem => ({
  code: 'clipboard-taken',
  sentence: `Another program has put something else on the clipboard. Look what is in ${app}, then insert it again.`,
});

export const clipboardContended: Problem = {
  code: 'clipboard-taken',
  sentence:
    'Another program has taken the clipboard at the same moment, so nothing was typed. Insert it again.',
};

export const deliveryStopped: Problem = {
  code: 'delivery-stopped',
  sentence:
    'Delivering the text has failed midway, so it may be there or not. Look where it belongs, then insert it again.',
};

export const displayGone: Problem = {
  code: 'display-gone',
  sentence:
    'The X display cannot be reached, so nothing was typed. Check DISPLAY and XAUTHORITY, then start CaptionKey again.',
};
