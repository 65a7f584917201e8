import type { Messages } from '../index.ts';

export const pages: Messages['pages'] = {
  home: 'Inizio',
  history: 'Cronologia',
  dictionary: 'Dizionario',
  dictation: 'Dettatura',
  captions: 'Sottotitoli',
  recognition: 'Riconoscimento',
  hotkeys: 'Scorciatoie',
  privacy: 'Dati e costi',
};

export const panel: Messages['panel'] = {
  tagline: 'Detta ovunque. Sottotitola tutto.',
  navigation: 'Pagine',
  close: 'Chiudi',
  saved: 'Salvato',
  add: 'Aggiungi',
  remove: (name) => `Rimuovi ${name}`,
  delete: 'Elimina',
  confirmDelete: 'Eliminare davvero?',
  range: ({ unit, least, most }) =>
    unit === '' ? `da ${least} a ${most}` : `${unit}, da ${least} a ${most}`,
};

const key: Messages['home']['key'] = {
  title: 'Chiave API',
  sources: {
    none: 'Si ottiene su assemblyai.com/dashboard: incollala qui. Resta su questo computer.',
    stored: 'La chiave è salvata e cifrata.',
    memory: 'La chiave vale finché CaptionKey è aperto.',
    environment: 'È in uso ASSEMBLYAI_API_KEY. Una chiave salvata qui la sostituisce.',
  },
  field: 'Chiave API di AssemblyAI',
  fieldHelp: 'La chiave come la mostra la dashboard',
  save: 'Controlla e salva',
  checking: 'Controllo…',
  remove: 'Rimuovi la chiave',
};

const microphone: Messages['home']['microphone'] = {
  title: 'Microfono',
  list: 'Microfono da usare',
  rescan: 'Cerca di nuovo',
  systemDefault: 'Predefinito di sistema',
  systemDefaultIs: (name) => `Predefinito di sistema (${name})`,
  notConnected: (name) => `${name} (non collegato)`,
  withHostApi: (name, hostApi) => `${name} (${hostApi})`,
  isPreRolling:
    'Il microfono è aperto per il preascolto. Nulla viene registrato o inviato finché non premi un tasto.',
  test: 'Prova il microfono',
  testHint: 'Parla e guarda il livello.',
  level: 'Livello del microfono',
  decibels: (db) => `${db} decibel`,
};

const hold = {
  before: 'Tieni premuto',
  after: 'e parla. Rilascia per inserire le parole al cursore.',
};

const tryIt: Messages['home']['tryIt'] = {
  title: 'Dettare e sottotitolare',
  howToDictate: {
    auto: hold,
    hold,
    toggle: {
      before: 'Premi',
      after: 'e parla. Premi di nuovo per inserire le parole al cursore.',
    },
  },
  howToCaption: { before: 'Premi', after: 'per avviare e fermare i sottotitoli.' },
  isDemo:
    'Questa è la demo: una registrazione sostituisce il microfono e risponde un piccolo server su questo computer. Nessun suono lascia questo computer.',
  demo: 'La demo riproduce una registrazione a un piccolo server su questo computer. Non serve una chiave e nessun suono lascia questo computer.',
  startCaptions: 'Avvia i sottotitoli',
  stopCaptions: 'Ferma i sottotitoli',
  tryDemo: 'Prova la registrazione demo',
};

const recent: Messages['home']['recent'] = {
  title: 'Ultimi dettati',
  empty: 'Ancora nessun dettato. Appariranno qui e restano su questo computer.',
  all: 'Mostra tutti',
};

export const home: Messages['home'] = {
  key,
  microphone,
  tryIt,
  recent,
  general: { title: 'Generali', asSystem: 'Come il sistema' },
};

const sayHello = { before: 'Tieni premuto', after: 'e di’ ciao. Poi rilascia.' };

export const firstRun: Messages['firstRun'] = {
  label: 'Configurazione',
  steps: { key: 'Chiave', microphone: 'Microfono', hello: 'Di’ ciao' },
  done: 'fatto',
  keyTitle: 'Chiave di AssemblyAI',
  tryDemo: 'Prova senza chiave',
  microphoneHint: 'Parla: la barra deve muoversi.',
  languageTitle: 'La lingua che parli',
  continue: 'Continua',
  back: 'Indietro',
  sayHello: {
    auto: sayHello,
    hold: sayHello,
    toggle: { before: 'Premi', after: 'e di’ ciao. Poi premi di nuovo.' },
  },
  noHotkey: 'Il tasto di dettatura non è ancora pronto. Si imposta in Scorciatoie.',
  words: 'Le tue prime parole',
  demoPlays: 'La registrazione demo parla per te.',
  works: 'Fatto. Funziona in ogni app.',
  demoWorks: 'Fatto. Con una chiave funziona in ogni app.',
  enterKey: 'Inserisci una chiave',
  finish: 'Fine',
  skip: 'Salta',
};

export const history: Messages['history'] = {
  searchLabel: 'Cerca nella cronologia',
  search: 'Cerca',
  noMatches: 'Nessun risultato.',
  found: (count, hasMore) => (hasMore ? `${count} o più` : `Risultati: ${count}`),
  empty: 'Ancora nulla. Dettati e sottotitoli appariranno qui e restano su questo computer.',
  today: 'Oggi',
  yesterday: 'Ieri',
  captions: 'Sottotitoli',
  captionsRun: 'In corso',
  isPartial: 'Le ultime parole possono essere errate.',
  transcribing: 'Trascrizione in corso. Il nuovo testo sostituirà questo.',
  showWhole: 'Mostra tutto il testo',
  copy: 'Copia',
  insert: 'Inserisci',
  transcribe: 'Trascrivi di nuovo',
  export: 'Esporta…',
  exportAs: 'Esporta come',
  exportAll: 'Esporta tutto…',
  exportResults: 'Esporta i risultati…',
  clear: 'Elimina tutto…',
  confirmClear: 'Eliminare tutto qui?',
  formats: {
    txt: 'testo semplice (txt)',
    md: 'Markdown (md)',
    json: 'JSON',
    srt: 'sottotitoli (srt)',
    vtt: 'sottotitoli (vtt)',
  },
  dialog: {
    title: 'Esporta la cronologia',
    fileTypes: {
      txt: 'Testo semplice',
      md: 'Markdown',
      json: 'JSON',
      srt: 'Sottotitoli SubRip',
      vtt: 'Sottotitoli WebVTT',
    },
    fileNames: {
      dictation: (dateTime) => `Dettato ${dateTime}`,
      captions: (dateTime) => `Sottotitoli ${dateTime}`,
      history: (dateTime) => `Cronologia ${dateTime}`,
    },
  },
};

export const dictation: Messages['dictation'] = {
  title: 'Inserimento',
  profilesHint:
    'Solo per un’app. Decide la finestra in primo piano quando premi il tasto di dettatura.',
  sharedHint:
    'Con i sottotitoli attivi, un dettato condivide la loro connessione: lingua, contesto e termini sono quelli generali.',
  app: 'Nome dell’app',
  appHint: 'Il nome che mostra la cronologia. Le maiuscole non contano.',
  everywhere: 'Come ovunque',
  languageHint:
    'Un’altra lingua richiede un’altra connessione, quindi le prime parole arrivano un po’ dopo.',
  promptHint: 'Sostituisce il contesto generale.',
  termsHint: 'Uno per riga. Vengono prima di quelli generali.',
  continues: 'Continua il testo precedente',
  continuesHint:
    'Un dettato poco dopo un altro ha uno spazio davanti e, dentro una frase, nessuna maiuscola.',
  pressEnter: 'Premi Invio dopo il testo',
  pressEnterHint:
    'Solo quando l’app ha letto tutto il testo. macOS, i desktop remoti e alcune finestre di Wayland non lo segnalano, quindi lì Invio non viene premuto.',
};

export const unfinished: Messages['unfinished'] = {
  title: 'Non ancora trascritto',
  hint: 'CaptionKey si è chiuso prima di trascrivere queste registrazioni.',
  recording: (duration, dateTime) => `${duration}, ${dateTime}`,
  transcribing: 'Trascrizione…',
  transcribe: 'Trascrivi ora',
  keep: 'Conserva la registrazione',
};
