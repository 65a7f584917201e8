import type { ActionId } from '../../actions.ts';

interface ActionName {
  /** On a button or in a menu. */
  name: string;
  /** After “These keys already …”. */
  does: string;
}

/** Every action by its name, which is the same wherever it is shown. */
export const actionNames: Record<ActionId, ActionName> = {
  dictate: { name: 'Dictate', does: 'dictate' },
  captions: { name: 'Start and stop captions', does: 'start and stop captions' },
  'force-endpoint': { name: 'Finish sentence now', does: 'finish the sentence' },
  'insert-last': { name: 'Insert last dictation', does: 'insert the last dictation' },
  'click-through': {
    name: 'Click through captions',
    does: 'switch the click-through of the captions',
  },
  start: { name: 'Start dictating', does: 'start dictating' },
  stop: { name: 'Stop', does: 'stop' },
  cancel: { name: 'Cancel dictation', does: 'cancel the dictation' },
  'copy-last': { name: 'Copy last dictation', does: 'copy the last dictation' },
  history: { name: 'History', does: 'open the history' },
  open: { name: 'Settings', does: 'open CaptionKey' },
  quit: { name: 'Quit', does: 'quit' },
};
