import type { Messages } from '../index.ts';
import { counting, withDecimal } from '../numbers.ts';

export const alerts: Messages['alerts'] = {
  openPage: (title) => `Apri ${title}`,
  sections: {
    key: 'Inserisci la chiave',
    microphone: 'Scegli il microfono',
    doctor: 'Controlla questo computer',
  },
  ask: {
    'copy-diagnostics': 'Copia la diagnostica',
    'start-captions': 'Avvia i sottotitoli',
    'stop-captions': 'Ferma i sottotitoli',
  },
};

export const captions: Messages['captions'] = {
  heading: 'Sottotitoli di CaptionKey',
  group: 'Sottotitoli',
  copy: 'Copia',
  copied: 'Copiato',
  copiedWords: (count) => counting('it')(count, 'parola copiata', 'parole copiate'),
  undoCopy: 'Annulla',
  openTranscript: 'Apri trascrizione',
  settings: 'Impostazioni',
  stop: 'Ferma',
  sources: { microphone: 'Microfono', computer: 'Suono del computer' },
  listensTo: {
    microphone: 'I sottotitoli ascoltano il microfono.',
    computer: 'I sottotitoli ascoltano il computer.',
    both: 'I sottotitoli ascoltano il microfono e il computer.',
  },
  listenTo: {
    microphone: 'Passa al microfono.',
    computer: 'Passa al suono del computer.',
    both: 'Passa a entrambi, che costa il doppio.',
  },
  sound: 'Suono',
  dictationSource: 'La dettatura ascolta sempre il microfono.',
  noComputerSound:
    'Qui non si può sottotitolare il suono di altri programmi. Serve Linux con PulseAudio o PipeWire.',
  preview: 'Anteprima',
  previewFinal: 'Il definitivo resta.',
  previewPartial: 'Il nuovo può',
  text: 'Parole',
  background: 'Sfondo',
  place: 'Finestra',
  room: 'Spazio e silenzio',
  lowContrast: (ratio) =>
    `Difficile da leggere: il contrasto tra testo e sfondo è ${withDecimal('it', ratio)}:1, sotto 4,5:1.`,
};

export const outcomes: Messages['outcomes'] = {
  inserted: 'Inserito',
  pasted: 'Incollato',
  'on-clipboard': 'Negli appunti',
  held: 'Non inserito',
  cancelled: 'Annullato',
  silent: 'Non si è sentito nulla',
  failed: 'Non trascritto',
  running: 'Non ancora finito',
  interrupted: 'Interrotto',
};

export const pill: Messages['pill'] = {
  heading: 'Dettato di CaptionKey',
  words: 'Parole dettate',
  toCursor: 'Le parole vanno al cursore',
  endsBy: { release: 'Rilascia per inserire', press: 'Premi per inserire' },
  escapeCancels: 'Esc annulla',
  inserting: 'Inserimento…',
  copied: 'Copiato',
  offers: { undo: 'Inserisci lo stesso', insert: 'Inserisci qui', copy: 'Copia' },
};

export const status: Messages['status'] = {
  off: 'Sottotitoli disattivati',
  starting: 'Avvio…',
  connecting: 'Connessione…',
  listening: 'In ascolto…',
  reconnecting: (savedSeconds) =>
    savedSeconds < 1 ? 'Riconnessione…' : `Riconnessione… ${savedSeconds} s salvati`,
  catchingUp: (leftSeconds) => `Recupero, mancano ${leftSeconds} s`,
  catchingUpCosts: (leftSeconds) =>
    `Recupero, mancano ${leftSeconds} s. Fino ad allora si paga anche una seconda sessione.`,
  finishing: 'Chiusura…',
};

export const tray: Messages['tray'] = {
  stopDictating: 'Termina il dettato',
  startCaptions: 'Avvia i sottotitoli',
  stopCaptions: 'Ferma i sottotitoli',
  captionsListenTo: 'I sottotitoli ascoltano',
  captionsSource: {
    microphone: 'Microfono',
    computer: 'Suono del computer',
    both: 'Entrambi (costa il doppio)',
  },
  endClickThrough: 'Rendi cliccabili i sottotitoli',
  off: 'Non in ascolto',
  preRolling: 'Il microfono è aperto per il preascolto',
  starting: 'Avvio…',
  reconnecting: 'Riconnessione…',
  finishing: 'Chiusura…',
  captionsOn: 'Sottotitoli attivi',
  dictating: 'Dettato in corso',
  bothOn: 'Dettato in corso, sottotitoli attivi',
  version: (version) => `CaptionKey ${version}`,
  today: (amount) => `Oggi: ${amount}`,
  month: (amount) => `Questo mese: ${amount}`,
};

export const unnamed: Messages['unnamed'] = {
  program: 'l’altro programma',
  failure: 'nessuna risposta',
};
