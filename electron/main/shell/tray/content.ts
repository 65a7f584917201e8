import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Status } from '#shared/status.ts';
import { amountWords, type Usage } from '#shared/usage.ts';

/** What the tray tells of. */
export interface TrayFacts {
  status: Status;
  dictation: DictationStatus['phase'];
  areCaptionsOn: boolean;
  /** The microphone is open although nobody speaks. */
  isPreRolling: boolean;
  /** There is a text that could be inserted once more. */
  hasText: boolean;
  /** Null while it is not known. */
  usage: Usage | null;
}

export type TrayAction = 'dictate' | 'captions' | 'deliver-again' | 'open' | 'quit';

export type TrayItem =
  | { type: 'separator' }
  /** Nothing happens when it is pressed. */
  | { type: 'text'; label: string }
  | { type: 'action'; label: string; action: TrayAction; isEnabled: boolean };

export interface TrayContent {
  /** Listening: the microphone is on, or about to be. */
  icon: 'idle' | 'listening';
  toolTip: string;
  items: TrayItem[];
}

const separator: TrayItem = { type: 'separator' };
const text = (label: string): TrayItem => ({ type: 'text', label });
const action = (does: TrayAction, label: string, isEnabled = true): TrayItem => ({
  ...{ type: 'action', label, action: does, isEnabled },
});

/** The tray for what is so now. */
export function trayContent(facts: TrayFacts): TrayContent {
  const { status, dictation, areCaptionsOn, hasText, usage } = facts;
  const on = whatIsOn(facts);
  return {
    icon: status.phase === 'idle' || status.phase === 'finishing' ? 'idle' : 'listening',
    toolTip: `CaptionKey: ${on}`,
    items: [
      text(on),
      separator,
      action('dictate', dictation === 'speaking' ? 'Stop dictating' : 'Dictate'),
      action('captions', areCaptionsOn ? 'Stop captions' : 'Start captions'),
      action('deliver-again', 'Insert last dictation', hasText),
      separator,
      ...(usage === null ? [] : usageItems(usage)),
      action('open', 'Open CaptionKey'),
      action('quit', 'Quit'),
    ],
  };
}

/** Without the seconds that are kept: each second would take the menu from under the pointer. */
function whatIsOn({ status, dictation, areCaptionsOn, isPreRolling }: TrayFacts): string {
  switch (status.phase) {
    case 'idle':
      return isPreRolling ? 'The microphone is open for the pre-roll' : 'Not listening';
    case 'starting':
      return 'Starting…';
    case 'reconnecting':
      return 'Reconnecting…';
    case 'finishing':
      return 'Finishing…';
    case 'listening':
      if (dictation !== 'speaking') return 'Captions are on';
      return areCaptionsOn ? 'Dictating, captions are on' : 'Dictating';
  }
}

const usageItems = ({ today, month }: Usage): TrayItem[] => [
  text(`Today: ${amountWords(today)}`),
  text(`This month: ${amountWords(month)}`),
  separator,
];
