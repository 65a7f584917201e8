import type { Messages } from '../index.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

export const hotkeys: Messages['hotkeys'] = {
  title: 'Atajos',
  change: 'Cambiar',
  cancel: 'Cancelar',
  pressKeys: 'Pulsa las teclas',
  pressKeysHelp: 'Pulsa las teclas o un botón del ratón. Esc cancela.',
  modesTitle: 'Tecla de dictado',
  modes: {
    auto: {
      label: 'Automático',
      does: 'Mantén pulsada al hablar, o toca para empezar y para terminar.',
    },
    hold: { label: 'Mantener', does: 'Mantén pulsada al hablar.' },
    toggle: { label: 'Alternar', does: 'Pulsa para empezar, otra vez para terminar.' },
  },
  modifiers: { mac: '⌘, ⌃ o ⌥', other: 'Ctrl, Alt o Super' },
  shortcutOf: (shortcut, program) => `«${shortcut}» de ${program}`,
  findHeldKeys: 'Buscar teclas pulsadas antes de pegar',
};

export const privacy: Messages['privacy'] = {
  texts: 'Textos',
  recordings: 'Grabaciones',
  usage: 'Uso',
  cost: 'Coste',
  today: 'Hoy',
  month: 'Este mes',
  amount: ({ sessionSeconds, audioSeconds }) =>
    sessionSeconds === 0
      ? 'nada aún'
      : `${duration(sessionSeconds)}, con ${duration(audioSeconds)} de sonido`,
  dollars: (dollars) => `unos ${dollarsIn('es')(dollars)}`,
  billing: 'Pagas el tiempo conectado, con silencios.',
  lastSession: {
    title: 'Última sesión',
    started: 'Inicio',
    startedAt: (dateTime, host) => `${dateTime}, con ${host}`,
    model: 'Modelo',
    unconfirmed: (asked) => `${asked}; AssemblyAI no lo confirmó.`,
    insteadOf: (ran, asked) => `${ran}, en vez de ${asked}`,
    options: 'Opciones',
    mode: (mode) => `modo ${mode}`,
    voiceFocus: (focus) => `Voice Focus ${focus}`,
    medicalTerms: 'términos médicos',
    profanityHidden: 'palabras ofensivas ocultas',
  },
  diagnostics: {
    title: 'Diagnóstico',
    hint: 'Para informar de errores: versiones, ajustes, micrófonos y las últimas líneas del registro. Nunca tu clave ni tus palabras.',
    copy: 'Copiar diagnóstico',
  },
};

export const recognition: Messages['recognition'] = {
  title: 'Reconocimiento',
  languageNames: {
    af: 'afrikáans',
    ar: 'árabe',
    ca: 'catalán',
    da: 'danés',
    de: 'alemán',
    en: 'inglés',
    es: 'español',
    et: 'estonio',
    fa: 'persa',
    fi: 'finés',
    fr: 'francés',
    gl: 'gallego',
    he: 'hebreo',
    hi: 'hindi',
    it: 'italiano',
    ja: 'japonés',
    ko: 'coreano',
    mr: 'maratí',
    nl: 'neerlandés',
    nn: 'noruego nynorsk',
    no: 'noruego',
    pt: 'portugués',
    ro: 'rumano',
    ru: 'ruso',
    sv: 'sueco',
    tr: 'turco',
    ur: 'urdu',
    vi: 'vietnamita',
    xh: 'xhosa',
    yue: 'cantonés',
    zh: 'mandarín',
    zu: 'zulú',
  },
  automatic: 'Automático',
  prefer: (language) => `Preferir ${language}`,
  whisper: 'Uno de otros 99 (Whisper)',
  languageHint: (count) =>
    `Automático detecta ${count} idiomas, también mezclados. Si prefieres uno, los demás se siguen reconociendo.`,
  pauses: 'Pausas',
  modelDecides: (model) => `${model} decide cuándo termina una frase.`,
  connection: 'Conexión',
  advanced: 'Avanzado',
};
