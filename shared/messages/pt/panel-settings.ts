import type { Messages } from '../index.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

export const hotkeys: Messages['hotkeys'] = {
  title: 'Atalhos',
  change: 'Alterar',
  cancel: 'Cancelar',
  pressKeys: 'Pressione as teclas',
  pressKeysHelp: 'Pressione as teclas ou um botão do mouse. Esc cancela.',
  modesTitle: 'Tecla de ditado',
  modes: {
    auto: {
      label: 'Automático',
      does: 'Segure ao falar, ou toque para começar e para parar.',
    },
    hold: { label: 'Segurar', does: 'Segure enquanto fala.' },
    toggle: { label: 'Alternar', does: 'Pressione para começar, de novo para parar.' },
  },
  modifiers: { mac: '⌘, ⌃ ou ⌥', other: 'Ctrl, Alt ou Super' },
  shortcutOf: (shortcut, program) => `“${shortcut}” de ${program}`,
  findHeldKeys: 'Achar teclas pressionadas antes de colar',
};

export const privacy: Messages['privacy'] = {
  texts: 'Textos',
  recordings: 'Gravações',
  usage: 'Uso',
  cost: 'Custo',
  today: 'Hoje',
  month: 'Este mês',
  amount: ({ sessionSeconds, audioSeconds }) =>
    sessionSeconds === 0
      ? 'nada ainda'
      : `${duration(sessionSeconds)}, com ${duration(audioSeconds)} de som`,
  dollars: (dollars) => `cerca de ${dollarsIn('pt-BR', 'symbol')(dollars)}`,
  billing: 'Você paga o tempo conectado, com silêncios.',
  lastSession: {
    title: 'Última sessão',
    started: 'Início',
    startedAt: (dateTime, host) => `${dateTime}, com ${host}`,
    model: 'Modelo',
    unconfirmed: (asked) => `${asked}; a AssemblyAI não confirmou.`,
    insteadOf: (ran, asked) => `${ran}, em vez de ${asked}`,
    options: 'Opções',
    mode: (mode) => `modo ${mode}`,
    voiceFocus: (focus) => `Voice Focus ${focus}`,
    medicalTerms: 'termos médicos',
    profanityHidden: 'palavras ofensivas ocultas',
  },
  diagnostics: {
    title: 'Diagnóstico',
    hint: 'Para relatar erros: versões, configurações, microfones e as últimas linhas do log. Nunca sua chave ou suas palavras.',
    copy: 'Copiar diagnóstico',
  },
};

export const recognition: Messages['recognition'] = {
  title: 'Reconhecimento',
  languageNames: {
    af: 'africâner',
    ar: 'árabe',
    ca: 'catalão',
    da: 'dinamarquês',
    de: 'alemão',
    en: 'inglês',
    es: 'espanhol',
    et: 'estoniano',
    fa: 'persa',
    fi: 'finlandês',
    fr: 'francês',
    gl: 'galego',
    he: 'hebraico',
    hi: 'hindi',
    it: 'italiano',
    ja: 'japonês',
    ko: 'coreano',
    mr: 'marati',
    nl: 'holandês',
    nn: 'norueguês nynorsk',
    no: 'norueguês',
    pt: 'português',
    ro: 'romeno',
    ru: 'russo',
    sv: 'sueco',
    tr: 'turco',
    ur: 'urdu',
    vi: 'vietnamita',
    xh: 'xhosa',
    yue: 'cantonês',
    zh: 'mandarim',
    zu: 'zulu',
  },
  automatic: 'Automático',
  prefer: (language) => `Preferir ${language}`,
  whisper: 'Um de outros 99 (Whisper)',
  languageHint: (count) =>
    `Automático detecta ${count} idiomas, mesmo misturados. Se você preferir um, os outros ainda são reconhecidos.`,
  pauses: 'Pausas',
  modelDecides: (model) => `${model} decide quando uma frase termina.`,
  connection: 'Conexão',
  advanced: 'Avançado',
};
