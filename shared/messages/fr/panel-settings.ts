import type { Messages } from '../index.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

export const hotkeys: Messages['hotkeys'] = {
  title: 'Raccourcis',
  change: 'Modifier',
  cancel: 'Annuler',
  pressKeys: 'Appuyez sur les touches',
  pressKeysHelp: 'Appuyez sur les touches ou un bouton de souris. Échap annule.',
  modesTitle: 'Touche de dictée',
  modes: {
    auto: {
      label: 'Automatique',
      does: 'Maintenez en parlant, ou touchez pour commencer et finir.',
    },
    hold: { label: 'Maintenir', does: 'Maintenez en parlant.' },
    toggle: { label: 'Basculer', does: 'Appuyez pour commencer, encore pour finir.' },
  },
  modifiers: { mac: '⌘, ⌃ ou ⌥', other: 'Ctrl, Alt ou Super' },
  shortcutOf: (shortcut, program) => `« ${shortcut} » de ${program}`,
  findHeldKeys: 'Touches tenues avant un collage',
};

export const privacy: Messages['privacy'] = {
  texts: 'Textes',
  recordings: 'Enregistrements',
  usage: 'Utilisation',
  cost: 'Coût',
  today: 'Aujourd’hui',
  month: 'Ce mois-ci',
  amount: ({ sessionSeconds, audioSeconds }) =>
    sessionSeconds === 0
      ? 'rien encore'
      : `${duration(sessionSeconds)}, dont ${duration(audioSeconds)} de son`,
  dollars: (dollars) => `environ ${dollarsIn('fr')(dollars)}`,
  billing: 'Vous payez le temps connecté, silences compris.',
  lastSession: {
    title: 'Dernière session',
    started: 'Début',
    startedAt: (dateTime, host) => `${dateTime}, avec ${host}`,
    model: 'Modèle',
    unconfirmed: (asked) => `${asked} ; AssemblyAI ne l’a pas confirmé.`,
    insteadOf: (ran, asked) => `${ran}, au lieu de ${asked}`,
    options: 'Réglages',
    mode: (mode) => `mode « ${mode} »`,
    voiceFocus: (focus) => `Voice Focus ${focus}`,
    medicalTerms: 'termes médicaux',
    profanityHidden: 'mots offensants masqués',
  },
  diagnostics: {
    title: 'Diagnostic',
    hint: 'Pour signaler un bug : versions, paramètres, micros et dernières lignes du journal. Jamais votre clé ni vos mots.',
    copy: 'Copier le diagnostic',
  },
};

export const recognition: Messages['recognition'] = {
  title: 'Reconnaissance',
  languageNames: {
    af: 'afrikaans',
    ar: 'arabe',
    ca: 'catalan',
    da: 'danois',
    de: 'allemand',
    en: 'anglais',
    es: 'espagnol',
    et: 'estonien',
    fa: 'persan',
    fi: 'finnois',
    fr: 'français',
    gl: 'galicien',
    he: 'hébreu',
    hi: 'hindi',
    it: 'italien',
    ja: 'japonais',
    ko: 'coréen',
    mr: 'marathi',
    nl: 'néerlandais',
    nn: 'norvégien nynorsk',
    no: 'norvégien',
    pt: 'portugais',
    ro: 'roumain',
    ru: 'russe',
    sv: 'suédois',
    tr: 'turc',
    ur: 'ourdou',
    vi: 'vietnamien',
    xh: 'xhosa',
    yue: 'cantonais',
    zh: 'mandarin',
    zu: 'zoulou',
  },
  automatic: 'Automatique',
  prefer: (language) => `Préférer : ${language}`,
  whisper: 'Une de 99 autres (Whisper)',
  languageHint: (count) =>
    `Automatique détecte ${count} langues, même mêlées. Si vous en préférez une, les autres restent reconnues.`,
  pauses: 'Silences',
  modelDecides: (model) => `${model} décide quand une phrase finit.`,
  connection: 'Connexion',
  advanced: 'Avancé',
};
