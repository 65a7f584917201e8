import type { Messages } from '../index.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

export const hotkeys: Messages['hotkeys'] = {
  title: 'Scorciatoie',
  change: 'Cambia',
  cancel: 'Annulla',
  pressKeys: 'Premi i tasti',
  pressKeysHelp: 'Premi i tasti o un pulsante del mouse. Esc annulla.',
  modesTitle: 'Tasto di dettatura',
  modes: {
    auto: {
      label: 'Automatico',
      does: 'Tieni premuto mentre parli, o tocca per iniziare e per finire.',
    },
    hold: { label: 'Tieni premuto', does: 'Tieni premuto mentre parli.' },
    toggle: { label: 'Alterna', does: 'Premi per iniziare, di nuovo per finire.' },
  },
  modifiers: { mac: '⌘, ⌃ o ⌥', other: 'Ctrl, Alt o Super' },
  shortcutOf: (shortcut, program) => `«${shortcut}» di ${program}`,
  findHeldKeys: 'Trova i tasti premuti prima di incollare',
};

export const privacy: Messages['privacy'] = {
  texts: 'Testi',
  recordings: 'Registrazioni',
  usage: 'Utilizzo',
  cost: 'Costi',
  today: 'Oggi',
  month: 'Questo mese',
  amount: ({ sessionSeconds, audioSeconds }) =>
    sessionSeconds === 0
      ? 'ancora nulla'
      : `${duration(sessionSeconds)}, con ${duration(audioSeconds)} di suono`,
  dollars: (dollars) => `circa ${dollarsIn('it')(dollars)}`,
  billing: 'Si paga il tempo connesso, silenzi compresi.',
  lastSession: {
    title: 'Ultima sessione',
    started: 'Inizio',
    startedAt: (dateTime, host) => `${dateTime}, con ${host}`,
    model: 'Modello',
    unconfirmed: (asked) => `${asked}; AssemblyAI non lo ha confermato.`,
    insteadOf: (ran, asked) => `${ran}, invece di ${asked}`,
    options: 'Opzioni',
    mode: (mode) => `modalità ${mode}`,
    voiceFocus: (focus) => `Voice Focus ${focus}`,
    medicalTerms: 'termini medici',
    profanityHidden: 'parole offensive nascoste',
  },
  diagnostics: {
    title: 'Diagnostica',
    hint: 'Per segnalare errori: versioni, impostazioni, microfoni e le ultime righe del registro. Mai la chiave o le tue parole.',
    copy: 'Copia la diagnostica',
  },
};

export const recognition: Messages['recognition'] = {
  title: 'Riconoscimento',
  languageNames: {
    af: 'afrikaans',
    ar: 'arabo',
    ca: 'catalano',
    da: 'danese',
    de: 'tedesco',
    en: 'inglese',
    es: 'spagnolo',
    et: 'estone',
    fa: 'persiano',
    fi: 'finlandese',
    fr: 'francese',
    gl: 'galiziano',
    he: 'ebraico',
    hi: 'hindi',
    it: 'italiano',
    ja: 'giapponese',
    ko: 'coreano',
    mr: 'marathi',
    nl: 'olandese',
    nn: 'norvegese nynorsk',
    no: 'norvegese',
    pt: 'portoghese',
    ro: 'rumeno',
    ru: 'russo',
    sv: 'svedese',
    tr: 'turco',
    ur: 'urdu',
    vi: 'vietnamita',
    xh: 'xhosa',
    yue: 'cantonese',
    zh: 'mandarino',
    zu: 'zulu',
  },
  automatic: 'Automatica',
  prefer: (language) => `Preferisci ${language}`,
  whisper: 'Una di altre 99 (Whisper)',
  languageHint: (count) =>
    `Automatica rileva ${count} lingue, anche mescolate. Se ne preferisci una, le altre sono comunque riconosciute.`,
  pauses: 'Pause',
  modelDecides: (model) => `${model} decide quando finisce una frase.`,
  connection: 'Connessione',
  advanced: 'Avanzate',
};
