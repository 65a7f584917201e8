/** The menu and the tool tip of the tray; the actions are in actions.ts. */
export const tray = {
  stopDictating: 'Stop dictating',
  startCaptions: 'Start captions',
  stopCaptions: 'Stop captions',
  captionsListenTo: 'Captions listen to',
  captionsSource: {
    microphone: 'Microphone',
    computer: 'Computer sound',
    both: 'Both (costs twice as much)',
  },
  endClickThrough: 'Make captions clickable',
  off: 'Not listening',
  preRolling: 'The microphone is open for the pre-roll',
  starting: 'Starting…',
  reconnecting: 'Reconnecting…',
  finishing: 'Finishing…',
  captionsOn: 'Captions are on',
  dictating: 'Dictating',
  bothOn: 'Dictating, captions are on',
  version: (version: string): string => `CaptionKey ${version}`,
  today: (amount: string): string => `Today: ${amount}`,
  month: (amount: string): string => `This month: ${amount}`,
};
