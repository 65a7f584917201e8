import type { Messages } from '../index.ts';
import { counting, withDecimal } from '../numbers.ts';

export const alerts: Messages['alerts'] = {
  openPage: (title) => `${title} öffnen`,
  sections: {
    key: 'Zum Schlüssel',
    microphone: 'Mikrofon wählen',
    doctor: 'Computer prüfen',
  },
  ask: {
    'copy-diagnostics': 'Diagnose kopieren',
    'start-captions': 'Untertitel starten',
    'stop-captions': 'Untertitel beenden',
  },
};

export const captions: Messages['captions'] = {
  heading: 'CaptionKey-Untertitel',
  group: 'Untertitel',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copiedWords: (count) => `${counting('de')(count, 'Wort', 'Wörter')} kopiert`,
  undoCopy: 'Rückgängig',
  openTranscript: 'Transkript öffnen',
  settings: 'Einstellungen',
  stop: 'Anhalten',
  sources: { microphone: 'Mikrofon', computer: 'Computerton' },
  listensTo: {
    microphone: 'Untertitel hören das Mikrofon.',
    computer: 'Untertitel hören den Computerton.',
    both: 'Untertitel hören Mikrofon und Computerton.',
  },
  listenTo: {
    microphone: 'Zum Mikrofon wechseln.',
    computer: 'Zum Computerton wechseln.',
    both: 'Zu beiden wechseln, was doppelt so viel kostet.',
  },
  sound: 'Ton',
  dictationSource: 'Ein Diktat hört immer das Mikrofon.',
  noComputerSound:
    'Der Ton anderer Programme lässt sich hier nicht untertiteln. Das braucht Linux mit PulseAudio oder PipeWire.',
  preview: 'Vorschau',
  previewFinal: 'Fertiges bleibt.',
  previewPartial: 'Neues kann sich',
  text: 'Wörter',
  background: 'Hintergrund',
  place: 'Fenster',
  room: 'Platz und Stille',
  lowContrast: (ratio) =>
    `Schwer lesbar: Der Kontrast von Text und Hintergrund ist ${withDecimal('de', ratio)}:1, also unter 4,5:1.`,
};

export const outcomes: Messages['outcomes'] = {
  inserted: 'Eingefügt',
  pasted: 'Eingesetzt',
  'on-clipboard': 'In der Zwischenablage',
  held: 'Nicht eingefügt',
  cancelled: 'Abgebrochen',
  silent: 'Nichts gehört',
  failed: 'Nicht transkribiert',
  running: 'Noch nicht fertig',
  interrupted: 'Unterbrochen',
};

export const pill: Messages['pill'] = {
  heading: 'CaptionKey-Diktat',
  words: 'Diktierte Wörter',
  toCursor: 'Ihre Worte gehen zum Cursor',
  endsBy: { release: 'Loslassen fügt ein', press: 'Drücken fügt ein' },
  escapeCancels: 'Esc bricht ab',
  inserting: 'Wird eingefügt…',
  copied: 'Kopiert',
  offers: { undo: 'Doch einfügen', insert: 'Hier einfügen', copy: 'Kopieren' },
};

export const status: Messages['status'] = {
  off: 'Untertitel sind aus',
  starting: 'Wird gestartet…',
  connecting: 'Verbindet…',
  listening: 'Hört zu…',
  reconnecting: (savedSeconds) =>
    savedSeconds < 1 ? 'Verbindet neu…' : `Verbindet neu… ${savedSeconds} s gesichert`,
  catchingUp: (leftSeconds) => `Holt auf, noch ${leftSeconds} s`,
  catchingUpCosts: (leftSeconds) =>
    `Holt auf, noch ${leftSeconds} s. So lange zahlen Sie auch eine zweite Sitzung.`,
  finishing: 'Wird beendet…',
};

export const tray: Messages['tray'] = {
  stopDictating: 'Diktat beenden',
  startCaptions: 'Untertitel starten',
  stopCaptions: 'Untertitel beenden',
  captionsListenTo: 'Untertitel hören',
  captionsSource: {
    microphone: 'Mikrofon',
    computer: 'Computerton',
    both: 'Beides (kostet doppelt so viel)',
  },
  endClickThrough: 'Untertitel anklickbar machen',
  off: 'Hört nicht zu',
  preRolling: 'Das Mikrofon ist für den Vorlauf offen',
  starting: 'Wird gestartet…',
  reconnecting: 'Verbindet neu…',
  finishing: 'Wird beendet…',
  captionsOn: 'Untertitel sind an',
  dictating: 'Diktat läuft',
  bothOn: 'Diktat läuft, Untertitel sind an',
  version: (version) => `CaptionKey ${version}`,
  today: (amount) => `Heute: ${amount}`,
  month: (amount) => `Dieser Monat: ${amount}`,
};

export const unnamed: Messages['unnamed'] = {
  program: 'das andere Programm',
  failure: 'keine Antwort',
};
