import type { PreferenceName } from '../../settings.ts';

/** The settings that the panel shows, as it names them. */
export const settingTitles: Record<PreferenceName, string> = {
  keyterms: 'Names and terms',
  prompt: 'Context',
  replacements: 'Replacements',
  voiceCommands: 'Voice commands',
  removeFillers: 'Leave out fillers',
  speechModel: 'Model',
  languageCodes: 'Language',
  minTurnSilenceMs: 'Pause that ends a sentence',
  maxTurnSilenceMs: 'Pause that ends an unfinished sentence',
  dictationSilenceMs: 'Pause within a dictation',
  latencyMode: 'Speed or accuracy',
  voiceFocus: 'Voice Focus',
  domain: 'Medical terms',
  filterProfanity: 'Hide offensive words',
  vadThreshold: 'Voice threshold',
  languageDetection: 'Save the language',
  previousContextTurns: 'Earlier sentences as context',
  keepConnectedSeconds: 'Stay connected after a stop',
  region: 'Region',
  insertion: 'Dictated text',
  pasteIntoUnknownWindow: 'Paste into an unknown window',
  appProfiles: 'App profiles',
  captionsSource: 'Listen to',
  captionsTextSize: 'Text size',
  captionsFont: 'Font',
  captionsTextColor: 'Text colour',
  captionsBackgroundColor: 'Background colour',
  captionsOpacity: 'Opacity of the background',
  captionsOutline: 'Outline',
  captionsLines: 'Lines',
  captionsPlace: 'Place',
  captionsWidth: 'Width',
  captionsClickThrough: 'Click-through',
  captionsHideAfterSeconds: 'Hide after silence',
  keepHistory: 'Keep a history of texts',
  historyDays: 'Delete texts after',
  recordingRetention: 'Keep recordings',
  preRoll: 'Pre-roll',
  captionsSilenceMinutes: 'Stop captions without speech after',
  captionsMonthlyDollars: 'Stop captions in a month after',
  sounds: 'Sounds',
  startAtLogin: 'Start at login',
  appLanguage: 'Language of the app',
};

const blank = 'Blank: model default.';

/** What stands under the field of a switch, a number or a colour. */
export const settingHints = {
  captionsSilenceMinutes:
    'You pay while captions run. A warning comes a minute before. Blank: never.',
  captionsMonthlyDollars:
    'By the app’s estimate. A notice comes at 90%. Dictation goes on. Blank: no limit.',
  voiceCommands:
    'Say “new line” or “comma” with a short pause before and after. Within a sentence, these stay words.',
  removeFillers: 'Removes “um”, “uh” and the like. A word that means something stays.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `Even within a sentence. ${blank}`,
  dictationSilenceMs:
    'Your key ends a dictation, so numbers and names may have pauses. Blank: as for captions.',
  domain: 'Better medical terms in English, Spanish, German and French. AssemblyAI charges extra.',
  filterProfanity: 'Shows *** instead.',
  vadThreshold: `How sure the service must be that it hears a voice. Raise it in noisy places. ${blank}`,
  languageDetection: 'Saves the detected language with each sentence.',
  previousContextTurns:
    'How many earlier sentences of a connection help with the next one. 0: none.',
  keepConnectedSeconds: (seconds: number | null): string =>
    seconds === 0
      ? 'No cost after a stop. The next start takes a second or two to connect, and loses nothing.'
      : `The next start is instant. After each stop you pay for up to ${seconds} more seconds.`,
  captionsTextSize: 'Ctrl and the mouse wheel over the captions change it, too.',
  captionsTextColor: 'Words that may still change are paler.',
  captionsBackgroundColor: 'Notices stand on this colour, too.',
  captionsOpacity: 'At less than 100, the window behind shows through.',
  captionsOutline: 'A thin line around every letter. For backgrounds that show through.',
  captionsLines: 'How many lines the window has room for.',
  captionsClickThrough:
    'The mouse reaches the window below. The tray and a hotkey make the captions clickable again.',
  captionsWidth: 'For every display. Drag an edge of the captions to change it on one.',
  captionsHideAfterSeconds: 'The next word or problem brings the captions back. Blank: they stay.',
  pasteIntoUnknownWindow:
    "On GNOME, some apps don't say that they are in front. Off: their text goes to the clipboard. On: it is pasted, so check where the cursor is.",
  startAtLogin: 'CaptionKey starts hidden. The tray opens it.',
  keepHistory:
    'Off: further dictations and captions are not stored. Earlier texts stay until you delete them in the History.',
  historyDays: 'Dictations and captions, within the hour. Blank: never.',
  preRoll:
    'Keeps the microphone open and its last half second in memory, so that your first word is whole. Only that half second before the key is recorded and sent. Home shows when the microphone is open.',
  sounds:
    'A short tone when CaptionKey starts to listen and when it is done, and a low one when something is wrong.',
};

/** What a number counts, beside its field. */
export const settingUnits = {
  captionsSilenceMinutes: 'minutes',
  captionsMonthlyDollars: 'US dollars',
  historyDays: 'days',
  minTurnSilenceMs: 'ms',
  maxTurnSilenceMs: 'ms',
  dictationSilenceMs: 'ms',
  vadThreshold: '',
  previousContextTurns: 'sentences',
  keepConnectedSeconds: 'seconds',
  captionsTextSize: 'px',
  captionsOpacity: '%',
  captionsLines: '',
  captionsWidth: 'px',
  captionsHideAfterSeconds: 'seconds',
};
