import type { Problem } from '#shared/status.ts';

export const focusMoved = (app: string): Problem => ({
  code: 'focus-moved',
  sentence: `You switched windows, so nothing was typed. Go back to ${app}, or click where the text belongs, then insert it again.`,
});

export const keyboardTaken: Problem = {
  code: 'keyboard-taken',
  sentence: 'A menu or a held key has the keyboard, so nothing was typed. Insert it again.',
};

export const clipboardContended: Problem = {
  code: 'clipboard-taken',
  sentence:
    'Another program took the clipboard at the same moment, so nothing was typed. Insert it again.',
};

export const clipboardTaken = (app: string): Problem => ({
  code: 'clipboard-taken',
  sentence: `Another program copied something else. Look whether the text is in ${app}, then insert it again.`,
});

export const takenOver = (app: string): Problem => ({
  code: 'clipboard-taken-over',
  sentence: `A clipboard manager took the text. It is on the clipboard; look whether it is in ${app} too.`,
});

export const notRead = (app: string): Problem => ({
  code: 'not-read',
  sentence: `${app} did not take the text. It is on the clipboard: paste it where it belongs.`,
});

export const unseen = (app: string): Problem => ({
  code: 'unseen',
  sentence: `The text was pasted, but nobody can see whether ${app} took it. Look whether it is there.`,
});

export const noTarget: Problem = {
  code: 'no-target',
  sentence: 'No window had the focus, so the text is on the clipboard. Paste it where it belongs.',
};

/** The desktop offers no way to press keys. */
export const noKeysOnWayland: Problem = {
  code: 'cannot-paste',
  sentence:
    'This Wayland desktop lets no app press keys for you, so the text is on the clipboard. Paste it with Ctrl+V.',
};

export const desktopGone: Problem = {
  code: 'display-gone',
  sentence: 'The desktop does not answer, so nothing was typed. Insert it again.',
};

export const stoppedMidway: Problem = {
  code: 'delivery-stopped',
  sentence:
    'Pasting stopped midway. Look whether the text is there, and insert it again if it is not.',
};
