import { counting, withDecimal } from '../numbers.ts';

/** The window of the captions, and the page that changes its look. */
export const captions = {
  heading: 'CaptionKey captions',
  group: 'Captions',
  copy: 'Copy',
  copied: 'Copied',
  copiedWords: (count: number): string => `Copied ${counting('en-GB')(count, 'word', 'words')}`,
  undoCopy: 'Undo',
  openTranscript: 'Open transcript',
  settings: 'Settings',
  stop: 'Stop',
  sources: { microphone: 'Microphone', computer: 'Computer sound' },
  listensTo: {
    microphone: 'Captions hear the microphone.',
    computer: 'Captions hear the computer sound.',
    both: 'Captions hear the microphone and the computer sound.',
  },
  listenTo: {
    microphone: 'Switch to the microphone.',
    computer: 'Switch to the computer sound.',
    both: 'Switch to both, which costs twice as much.',
  },
  sound: 'Sound',
  dictationSource: 'Dictation always hears the microphone.',
  noComputerSound:
    'The sound of other programs cannot be captioned here. That needs Linux with PulseAudio or PipeWire.',
  preview: 'Preview',
  previewFinal: 'Final words stay.',
  previewPartial: 'New ones may',
  text: 'Words',
  background: 'Background',
  place: 'Window',
  room: 'Room and silence',
  lowContrast: (ratio: number): string =>
    `Hard to read: the contrast of text and background is ${withDecimal('en-GB', ratio)}:1, below 4.5:1.`,
};
