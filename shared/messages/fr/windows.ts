import type { Messages } from '../index.ts';
import { counting, withDecimal } from '../numbers.ts';

export const alerts: Messages['alerts'] = {
  openPage: (title) => `Ouvrir ${title}`,
  sections: {
    key: 'Saisir la clé',
    microphone: 'Choisir un micro',
    doctor: 'Vérifier cet ordinateur',
  },
  ask: {
    'copy-diagnostics': 'Copier le diagnostic',
    'start-captions': 'Lancer les sous-titres',
    'stop-captions': 'Arrêter les sous-titres',
  },
};

export const captions: Messages['captions'] = {
  heading: 'Sous-titres de CaptionKey',
  group: 'Sous-titres',
  copy: 'Copier',
  copied: 'Copié',
  copiedWords: (count) => counting('fr')(count, 'mot copié', 'mots copiés'),
  undoCopy: 'Annuler',
  openTranscript: 'Ouvrir la transcription',
  settings: 'Paramètres',
  stop: 'Arrêter',
  sources: { microphone: 'Micro', computer: 'Son de l’ordinateur' },
  listensTo: {
    microphone: 'Les sous-titres écoutent le micro.',
    computer: 'Les sous-titres écoutent l’ordinateur.',
    both: 'Les sous-titres écoutent le micro et l’ordinateur.',
  },
  listenTo: {
    microphone: 'Passer au micro.',
    computer: 'Passer au son de l’ordinateur.',
    both: 'Passer aux deux, ce qui coûte le double.',
  },
  sound: 'Son',
  dictationSource: 'La dictée écoute toujours le micro.',
  noComputerSound:
    'Le son des autres programmes ne peut pas être sous-titré ici. Il faut Linux avec PulseAudio ou PipeWire.',
  preview: 'Aperçu',
  previewFinal: 'Le définitif reste.',
  previewPartial: 'Le reste peut',
  text: 'Mots',
  background: 'Arrière-plan',
  place: 'Fenêtre',
  room: 'Place et silence',
  lowContrast: (ratio) =>
    `Difficile à lire : le contraste du texte et du fond est de ${withDecimal('fr', ratio)}:1, sous 4,5:1.`,
};

export const outcomes: Messages['outcomes'] = {
  inserted: 'Inséré',
  pasted: 'Collé',
  'on-clipboard': 'Dans le presse-papiers',
  held: 'Non inséré',
  cancelled: 'Annulé',
  silent: 'Rien entendu',
  failed: 'Non transcrit',
  running: 'Pas encore fini',
  interrupted: 'Interrompu',
};

export const pill: Messages['pill'] = {
  heading: 'Dictée de CaptionKey',
  words: 'Mots dictés',
  toCursor: 'Vos mots vont au curseur',
  endsBy: { release: 'Lâchez pour insérer', press: 'Appuyez pour insérer' },
  escapeCancels: 'Échap annule',
  inserting: 'Insertion…',
  copied: 'Copié',
  offers: { undo: 'Insérer quand même', insert: 'Insérer ici', copy: 'Copier' },
};

export const status: Messages['status'] = {
  off: 'Sous-titres désactivés',
  starting: 'Démarrage…',
  connecting: 'Connexion…',
  listening: 'À l’écoute…',
  reconnecting: (savedSeconds) =>
    savedSeconds < 1 ? 'Reconnexion…' : `Reconnexion… ${savedSeconds} s gardées`,
  catchingUp: (leftSeconds) => `Rattrapage, encore ${leftSeconds} s`,
  catchingUpCosts: (leftSeconds) =>
    `Rattrapage, encore ${leftSeconds} s. D’ici là, vous payez aussi une deuxième session.`,
  finishing: 'Finalisation…',
};

export const tray: Messages['tray'] = {
  stopDictating: 'Terminer la dictée',
  startCaptions: 'Lancer les sous-titres',
  stopCaptions: 'Arrêter les sous-titres',
  captionsListenTo: 'Les sous-titres écoutent',
  captionsSource: {
    microphone: 'Micro',
    computer: 'Son de l’ordinateur',
    both: 'Les deux (coûte le double)',
  },
  endClickThrough: 'Rendre cliquables',
  off: 'Pas à l’écoute',
  preRolling: 'Le micro est ouvert pour la pré-écoute',
  starting: 'Démarrage…',
  reconnecting: 'Reconnexion…',
  finishing: 'Finalisation…',
  captionsOn: 'Sous-titres activés',
  dictating: 'Dictée en cours',
  bothOn: 'Dictée en cours, avec sous-titres',
  version: (version) => `CaptionKey ${version}`,
  today: (amount) => `Aujourd’hui : ${amount}`,
  month: (amount) => `Ce mois-ci : ${amount}`,
};

export const unnamed: Messages['unnamed'] = {
  program: 'l’autre programme',
  failure: 'sans réponse',
};
