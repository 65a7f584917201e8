import type { Messages } from '../index.ts';

export const pages: Messages['pages'] = {
  home: 'Start',
  history: 'Verlauf',
  dictionary: 'Wörterbuch',
  dictation: 'Diktat',
  captions: 'Untertitel',
  recognition: 'Erkennung',
  hotkeys: 'Tastenkürzel',
  privacy: 'Daten & Kosten',
};

export const panel: Messages['panel'] = {
  tagline: 'Überall diktieren. Alles untertiteln.',
  navigation: 'Seiten',
  close: 'Schließen',
  saved: 'Gespeichert',
  add: 'Hinzufügen',
  remove: (name) => `${name} entfernen`,
  delete: 'Löschen',
  confirmDelete: 'Wirklich löschen?',
  range: ({ unit, least, most }) =>
    unit === '' ? `${least} bis ${most}` : `${unit}, ${least} bis ${most}`,
};

const key: Messages['home']['key'] = {
  title: 'API-Schlüssel',
  sources: {
    none: 'Holen Sie einen auf assemblyai.com/dashboard und fügen Sie ihn hier ein. Er bleibt auf diesem Computer.',
    stored: 'Ihr Schlüssel ist verschlüsselt gespeichert.',
    memory: 'Ihr Schlüssel gilt, bis CaptionKey endet.',
    environment: 'ASSEMBLYAI_API_KEY wird verwendet. Ein hier gespeicherter Schlüssel ersetzt ihn.',
  },
  field: 'AssemblyAI-API-Schlüssel',
  fieldHelp: 'Der Schlüssel, wie ihn das Dashboard zeigt',
  save: 'Prüfen und speichern',
  checking: 'Wird geprüft…',
  remove: 'Schlüssel löschen',
};

const microphone: Messages['home']['microphone'] = {
  title: 'Mikrofon',
  list: 'Verwendetes Mikrofon',
  rescan: 'Neu suchen',
  systemDefault: 'Systemstandard',
  systemDefaultIs: (name) => `Systemstandard (${name})`,
  notConnected: (name) => `${name} (nicht verbunden)`,
  withHostApi: (name, hostApi) => `${name} (${hostApi})`,
  isPreRolling:
    'Das Mikrofon ist für den Vorlauf offen. Bis Sie eine Taste drücken, wird nichts aufgenommen oder gesendet.',
  test: 'Mikrofon testen',
  testHint: 'Sprechen Sie: Der Pegel steigt.',
  level: 'Mikrofonpegel',
  decibels: (db) => `${db} Dezibel`,
};

const hold = {
  before: 'Halten Sie',
  after: 'und sprechen Sie. Beim Loslassen stehen die Worte an Ihrem Cursor.',
};

const tryIt: Messages['home']['tryIt'] = {
  title: 'Diktieren und untertiteln',
  howToDictate: {
    auto: hold,
    hold,
    toggle: {
      before: 'Drücken Sie',
      after: 'und sprechen Sie. Erneutes Drücken setzt die Worte an Ihren Cursor.',
    },
  },
  howToCaption: { before: 'Mit', after: 'schalten Sie Untertitel ein und aus.' },
  isDemo:
    'Das ist die Demo: Eine Aufnahme ersetzt das Mikrofon, und ein kleiner Server auf diesem Computer antwortet. Kein Ton verlässt diesen Computer.',
  demo: 'Die Demo spielt einem kleinen Server auf diesem Computer eine Aufnahme vor. Sie braucht keinen Schlüssel, und kein Ton verlässt den Computer.',
  startCaptions: 'Untertitel starten',
  stopCaptions: 'Untertitel beenden',
  tryDemo: 'Demo-Aufnahme testen',
};

const recent: Messages['home']['recent'] = {
  title: 'Letzte Diktate',
  empty: 'Noch keine Diktate. Sie erscheinen hier und bleiben auf diesem Computer.',
  all: 'Alle zeigen',
};

export const home: Messages['home'] = {
  key,
  microphone,
  tryIt,
  recent,
  general: { title: 'Allgemein', asSystem: 'Wie das System' },
};

const sayHello = { before: 'Halten Sie', after: 'und sagen Sie Hallo. Dann loslassen.' };

export const firstRun: Messages['firstRun'] = {
  label: 'Einrichtung',
  steps: { key: 'Schlüssel', microphone: 'Mikrofon', hello: 'Hallo sagen' },
  done: 'fertig',
  keyTitle: 'AssemblyAI-Schlüssel',
  tryDemo: 'Ohne Schlüssel testen',
  microphoneHint: 'Sprechen Sie: Der Balken bewegt sich.',
  languageTitle: 'Die Sprache, die Sie sprechen',
  continue: 'Weiter',
  back: 'Zurück',
  sayHello: {
    auto: sayHello,
    hold: sayHello,
    toggle: { before: 'Drücken Sie', after: 'und sagen Sie Hallo. Dann erneut drücken.' },
  },
  noHotkey: 'Ihre Diktiertaste ist noch nicht bereit. Sie können sie unter Tastenkürzel festlegen.',
  words: 'Ihre ersten Worte',
  demoPlays: 'Die Demo-Aufnahme spricht für Sie.',
  works: 'Das war’s. Es klappt in jeder App.',
  demoWorks: 'Das war’s. Mit einem Schlüssel klappt es in jeder App.',
  enterKey: 'Schlüssel eingeben',
  finish: 'Fertigstellen',
  skip: 'Überspringen',
};

export const history: Messages['history'] = {
  searchLabel: 'Verlauf durchsuchen',
  search: 'Suchen',
  noMatches: 'Keine Treffer.',
  found: (count, hasMore) => (hasMore ? `${count} oder mehr gefunden` : `${count} gefunden`),
  empty: 'Noch nichts. Diktate und Untertitel erscheinen hier und bleiben auf diesem Computer.',
  today: 'Heute',
  yesterday: 'Gestern',
  captions: 'Untertitel',
  captionsRun: 'Laufen gerade',
  isPartial: 'Die letzten Worte können falsch sein.',
  transcribing: 'Wird transkribiert. Der neue Text ersetzt dann diesen.',
  showWhole: 'Ganzen Text zeigen',
  copy: 'Kopieren',
  insert: 'Einfügen',
  transcribe: 'Neu transkribieren',
  export: 'Exportieren…',
  exportAs: 'Exportieren als',
  exportAll: 'Alle exportieren…',
  exportResults: 'Treffer exportieren…',
  clear: 'Alle löschen…',
  confirmClear: 'Hier alles löschen?',
  formats: {
    txt: 'reiner Text (txt)',
    md: 'Markdown (md)',
    json: 'JSON',
    srt: 'Untertitel (srt)',
    vtt: 'Untertitel (vtt)',
  },
  dialog: {
    title: 'Verlauf exportieren',
    fileTypes: {
      txt: 'Reiner Text',
      md: 'Markdown',
      json: 'JSON',
      srt: 'SubRip-Untertitel',
      vtt: 'WebVTT-Untertitel',
    },
    fileNames: {
      dictation: (dateTime) => `Diktat ${dateTime}`,
      captions: (dateTime) => `Untertitel ${dateTime}`,
      history: (dateTime) => `Verlauf ${dateTime}`,
    },
  },
};

export const dictation: Messages['dictation'] = {
  title: 'Einfügen',
  profilesHint:
    'Nur für eine App. Es zählt das Fenster, das beim Drücken der Diktiertaste vorn ist.',
  sharedHint:
    'Laufen Untertitel, teilt ein Diktat deren Verbindung: Sprache, Kontext und Begriffe sind dann wie überall.',
  app: 'Name der App',
  appHint: 'Der Name im Verlauf. Groß- und Kleinschreibung ist gleich.',
  everywhere: 'Wie überall',
  languageHint:
    'Eine andere Sprache braucht eine andere Verbindung, darum kommen die ersten Wörter etwas später.',
  promptHint: 'Ersetzt den allgemeinen Kontext.',
  termsHint: 'Einer pro Zeile. Sie stehen vor den allgemeinen.',
  continues: 'Text davor fortsetzen',
  continuesHint:
    'Ein Diktat kurz nach einem anderen bekommt ein Leerzeichen davor und im Satz keinen Großbuchstaben.',
  pressEnter: 'Nach dem Text Enter drücken',
  pressEnterHint:
    'Erst wenn die App den ganzen Text gelesen hat. macOS, Remotedesktops und manche Fenster von Wayland melden das nicht, darum wird dort kein Enter gedrückt.',
};

export const unfinished: Messages['unfinished'] = {
  title: 'Noch nicht transkribiert',
  hint: 'CaptionKey endete, bevor diese Aufnahmen transkribiert waren.',
  recording: (duration, dateTime) => `${duration} vom ${dateTime}`,
  transcribing: 'Wird transkribiert…',
  transcribe: 'Jetzt transkribieren',
  keep: 'Aufnahme behalten',
};
