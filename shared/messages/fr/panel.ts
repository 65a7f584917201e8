import type { Messages } from '../index.ts';

export const pages: Messages['pages'] = {
  home: 'Accueil',
  history: 'Historique',
  dictionary: 'Dictionnaire',
  dictation: 'Dictée',
  captions: 'Sous-titres',
  recognition: 'Reconnaissance',
  hotkeys: 'Raccourcis',
  privacy: 'Données et coût',
};

export const panel: Messages['panel'] = {
  tagline: 'Dictez partout. Sous-titrez tout.',
  navigation: 'Pages',
  close: 'Fermer',
  saved: 'Enregistré',
  add: 'Ajouter',
  remove: (name) => `Retirer ${name}`,
  delete: 'Supprimer',
  confirmDelete: 'Vraiment supprimer ?',
  range: ({ unit, least, most }) =>
    unit === '' ? `de ${least} à ${most}` : `${unit}, de ${least} à ${most}`,
};

const key: Messages['home']['key'] = {
  title: 'Clé d’API',
  sources: {
    none: 'Obtenez-en une sur assemblyai.com/dashboard et collez-la ici. Elle reste sur cet ordinateur.',
    stored: 'Votre clé est enregistrée et chiffrée.',
    memory: 'Votre clé sert jusqu’à la fermeture de CaptionKey.',
    environment: 'ASSEMBLYAI_API_KEY est utilisée. Une clé enregistrée ici la remplace.',
  },
  field: 'Clé d’API AssemblyAI',
  fieldHelp: 'La clé telle que le dashboard la montre',
  save: 'Vérifier et enregistrer',
  checking: 'Vérification…',
  remove: 'Retirer la clé',
};

const microphone: Messages['home']['microphone'] = {
  title: 'Micro',
  list: 'Micro à utiliser',
  rescan: 'Actualiser',
  systemDefault: 'Micro du système',
  systemDefaultIs: (name) => `Micro du système (${name})`,
  notConnected: (name) => `${name} (non connecté)`,
  withHostApi: (name, hostApi) => `${name} (${hostApi})`,
  isPreRolling:
    'Le micro est ouvert pour la pré-écoute. Rien n’est enregistré ni envoyé avant que vous n’appuyiez sur une touche.',
  test: 'Tester le micro',
  testHint: 'Parlez et observez le niveau.',
  level: 'Niveau du micro',
  decibels: (db) => `${db} décibels`,
};

const hold = {
  before: 'Maintenez',
  after: 'et parlez. Relâchez pour insérer les mots à votre curseur.',
};

const tryIt: Messages['home']['tryIt'] = {
  title: 'Dicter et sous-titrer',
  howToDictate: {
    auto: hold,
    hold,
    toggle: {
      before: 'Appuyez sur',
      after: 'et parlez. Appuyez encore pour insérer les mots à votre curseur.',
    },
  },
  howToCaption: { before: 'Appuyez sur', after: 'pour activer les sous-titres.' },
  isDemo:
    'Ceci est la démo : un enregistrement remplace le micro, et un petit serveur sur cet ordinateur répond. Aucun son ne quitte cet ordinateur.',
  demo: 'La démo joue un enregistrement à un petit serveur sur cet ordinateur. Elle se passe de clé, et aucun son ne quitte cet ordinateur.',
  startCaptions: 'Lancer les sous-titres',
  stopCaptions: 'Arrêter les sous-titres',
  tryDemo: 'Essayer la démo enregistrée',
};

const recent: Messages['home']['recent'] = {
  title: 'Dernières dictées',
  empty: 'Aucune dictée pour l’instant. Elles apparaîtront ici et restent sur cet ordinateur.',
  all: 'Tout afficher',
};

export const home: Messages['home'] = {
  key,
  microphone,
  tryIt,
  recent,
  general: { title: 'Général', asSystem: 'Comme le système' },
};

const sayHello = { before: 'Maintenez', after: 'et dites bonjour. Puis relâchez.' };

export const firstRun: Messages['firstRun'] = {
  label: 'Configuration',
  steps: { key: 'Clé', microphone: 'Micro', hello: 'Dites bonjour' },
  done: 'fait',
  keyTitle: 'Clé AssemblyAI',
  tryDemo: 'Essayer sans clé',
  microphoneHint: 'Parlez : la barre doit bouger.',
  languageTitle: 'La langue que vous parlez',
  continue: 'Continuer',
  back: 'Retour',
  sayHello: {
    auto: sayHello,
    hold: sayHello,
    toggle: { before: 'Appuyez sur', after: 'et dites bonjour. Puis appuyez encore.' },
  },
  noHotkey: 'Votre touche de dictée n’est pas encore prête. Réglez-la sous Raccourcis.',
  words: 'Vos premiers mots',
  demoPlays: 'L’enregistrement de démo parle pour vous.',
  works: 'Voilà. Cela marche dans toute application.',
  demoWorks: 'Voilà. Avec une clé, cela marche dans toute application.',
  enterKey: 'Saisir une clé',
  finish: 'Terminer',
  skip: 'Passer l’étape',
};

export const history: Messages['history'] = {
  searchLabel: 'Chercher dans l’historique',
  search: 'Rechercher',
  noMatches: 'Aucun résultat.',
  found: (count, hasMore) => (hasMore ? `${count} ou plus` : `Résultats : ${count}`),
  empty:
    'Rien pour l’instant. Les dictées et sous-titres apparaîtront ici et restent sur cet ordinateur.',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  captions: 'Sous-titres',
  captionsRun: 'En cours',
  isPartial: 'Les derniers mots peuvent être faux.',
  transcribing: 'Transcription en cours. Le nouveau texte remplacera celui-ci.',
  showWhole: 'Afficher tout le texte',
  copy: 'Copier',
  insert: 'Insérer',
  transcribe: 'Transcrire à nouveau',
  export: 'Exporter…',
  exportAs: 'Exporter en',
  exportAll: 'Tout exporter…',
  exportResults: 'Exporter les résultats…',
  clear: 'Tout supprimer…',
  confirmClear: 'Tout supprimer ici ?',
  formats: {
    txt: 'texte brut (txt)',
    md: 'Markdown (md)',
    json: 'JSON',
    srt: 'sous-titres (srt)',
    vtt: 'sous-titres (vtt)',
  },
  dialog: {
    title: 'Exporter l’historique',
    fileTypes: {
      txt: 'Texte brut',
      md: 'Markdown',
      json: 'JSON',
      srt: 'Sous-titres SubRip',
      vtt: 'Sous-titres WebVTT',
    },
    fileNames: {
      dictation: (dateTime) => `Dictée ${dateTime}`,
      captions: (dateTime) => `Sous-titres ${dateTime}`,
      history: (dateTime) => `Historique ${dateTime}`,
    },
  },
};

export const dictation: Messages['dictation'] = {
  title: 'Insertion',
  profilesHint:
    'Pour une seule app. C’est la fenêtre au premier plan à l’appui sur la touche de dictée qui compte.',
  sharedHint:
    'Quand les sous-titres sont actifs, une dictée partage leur connexion, avec la langue, le contexte et les termes généraux.',
  app: 'Nom de l’app',
  appHint: 'Le nom que montre l’historique, en majuscules ou non.',
  everywhere: 'Comme partout',
  languageHint:
    'Une autre langue demande une autre connexion, donc les premiers mots arrivent un peu plus tard.',
  promptHint: 'Remplace le contexte général.',
  termsHint: 'Un par ligne. Ils passent avant les généraux.',
  continues: 'Continuer le texte précédent',
  continuesHint:
    'Une dictée peu après une autre est précédée d’une espace et, dans une phrase, n’a pas de majuscule.',
  pressEnter: 'Appuyer sur Entrée après le texte',
  pressEnterHint:
    'Seulement quand l’app a lu tout le texte. macOS, les bureaux à distance et certaines fenêtres de Wayland ne le signalent pas, donc Entrée n’y est pas pressée.',
};

export const unfinished: Messages['unfinished'] = {
  title: 'Pas encore transcrit',
  hint: 'CaptionKey s’est fermé avant de transcrire ces enregistrements.',
  recording: (duration, dateTime) => `${duration}, ${dateTime}`,
  transcribing: 'Transcription…',
  transcribe: 'Transcrire maintenant',
  keep: 'Garder l’enregistrement',
};
