import type { Messages } from '../index.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

export const hotkeys: Messages['hotkeys'] = {
  title: 'Tastenkürzel',
  change: 'Ändern',
  cancel: 'Abbrechen',
  pressKeys: 'Tasten drücken',
  pressKeysHelp: 'Drücken Sie die Tasten oder eine Maustaste. Esc bricht ab.',
  modesTitle: 'Diktiertaste',
  modes: {
    auto: {
      label: 'Auto',
      does: 'Beim Sprechen halten, oder zum Starten und Beenden antippen.',
    },
    hold: { label: 'Halten', does: 'Beim Sprechen halten.' },
    toggle: { label: 'Umschalten', does: 'Drücken startet, erneutes Drücken beendet.' },
  },
  modifiers: { mac: '⌘, ⌃ oder ⌥', other: 'Strg, Alt oder Super' },
  shortcutOf: (shortcut, program) => `„${shortcut}“ von ${program}`,
  findHeldKeys: 'Vor dem Einfügen gehaltene Tasten finden',
};

export const privacy: Messages['privacy'] = {
  texts: 'Texte',
  recordings: 'Aufnahmen',
  usage: 'Nutzung',
  cost: 'Kosten',
  today: 'Heute',
  month: 'Dieser Monat',
  amount: ({ sessionSeconds, audioSeconds }) =>
    sessionSeconds === 0
      ? 'noch nichts'
      : `${duration(sessionSeconds)}, davon ${duration(audioSeconds)} Ton`,
  dollars: (dollars) => `etwa ${dollarsIn('de')(dollars)}`,
  billing: 'Sie zahlen die Verbindungszeit, auch Stille.',
  lastSession: {
    title: 'Letzte Sitzung',
    started: 'Begonnen',
    startedAt: (dateTime, host) => `${dateTime}, mit ${host}`,
    model: 'Modell',
    unconfirmed: (asked) => `${asked}; von AssemblyAI nicht bestätigt.`,
    insteadOf: (ran, asked) => `${ran} statt ${asked}`,
    options: 'Optionen',
    mode: (mode) => `Modus ${mode}`,
    voiceFocus: (focus) => `Voice Focus ${focus}`,
    medicalTerms: 'Medizinbegriffe',
    profanityHidden: 'Anstößiges ausgeblendet',
  },
  diagnostics: {
    title: 'Diagnose',
    hint: 'Für Fehlerberichte: Versionen, Einstellungen, Mikrofone und die neuesten Logzeilen. Nie Ihr Schlüssel oder Ihre Worte.',
    copy: 'Diagnose kopieren',
  },
};

export const recognition: Messages['recognition'] = {
  title: 'Erkennung',
  languageNames: {
    af: 'Afrikaans',
    ar: 'Arabisch',
    ca: 'Katalanisch',
    da: 'Dänisch',
    de: 'Deutsch',
    en: 'Englisch',
    es: 'Spanisch',
    et: 'Estnisch',
    fa: 'Persisch',
    fi: 'Finnisch',
    fr: 'Französisch',
    gl: 'Galicisch',
    he: 'Hebräisch',
    hi: 'Hindi',
    it: 'Italienisch',
    ja: 'Japanisch',
    ko: 'Koreanisch',
    mr: 'Marathi',
    nl: 'Niederländisch',
    nn: 'Norwegisch (Nynorsk)',
    no: 'Norwegisch',
    pt: 'Portugiesisch',
    ro: 'Rumänisch',
    ru: 'Russisch',
    sv: 'Schwedisch',
    tr: 'Türkisch',
    ur: 'Urdu',
    vi: 'Vietnamesisch',
    xh: 'Xhosa',
    yue: 'Kantonesisch',
    zh: 'Mandarin',
    zu: 'Zulu',
  },
  automatic: 'Automatisch',
  prefer: (language) => `${language} bevorzugen`,
  whisper: 'Eine von 99 weiteren (Whisper)',
  languageHint: (count) =>
    `Automatisch erkennt ${count} Sprachen, auch gemischt. Wenn Sie eine bevorzugen, werden die anderen weiterhin erkannt.`,
  pauses: 'Pausen',
  modelDecides: (model) => `${model} entscheidet, wann ein Satz endet.`,
  connection: 'Verbindung',
  advanced: 'Erweitert',
};
