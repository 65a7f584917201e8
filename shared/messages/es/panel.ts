import type { Messages } from '../index.ts';

export const pages: Messages['pages'] = {
  home: 'Inicio',
  history: 'Historial',
  dictionary: 'Diccionario',
  dictation: 'Dictado',
  captions: 'Subtítulos',
  recognition: 'Reconocimiento',
  hotkeys: 'Atajos',
  privacy: 'Datos y coste',
};

export const panel: Messages['panel'] = {
  tagline: 'Dicta donde sea. Subtitula todo.',
  navigation: 'Páginas',
  close: 'Cerrar',
  saved: 'Guardado',
  add: 'Añadir',
  remove: (name) => `Quitar ${name}`,
  delete: 'Eliminar',
  confirmDelete: '¿Eliminar de verdad?',
  range: ({ unit, least, most }) =>
    unit === '' ? `de ${least} a ${most}` : `${unit}, de ${least} a ${most}`,
};

const key: Messages['home']['key'] = {
  title: 'Clave de API',
  sources: {
    none: 'Consigue una en assemblyai.com/dashboard y pégala aquí. Se guarda en este equipo.',
    stored: 'Tu clave está guardada y cifrada.',
    memory: 'Tu clave sirve hasta que cierres CaptionKey.',
    environment: 'Se usa ASSEMBLYAI_API_KEY. Una clave que guardes aquí la sustituye.',
  },
  field: 'Clave de API de AssemblyAI',
  fieldHelp: 'La clave tal como está en el dashboard',
  save: 'Comprobar y guardar',
  checking: 'Comprobando…',
  remove: 'Quitar la clave',
};

const microphone: Messages['home']['microphone'] = {
  title: 'Micrófono',
  list: 'Micrófono que se usa',
  rescan: 'Buscar de nuevo',
  systemDefault: 'El del sistema',
  systemDefaultIs: (name) => `El del sistema (${name})`,
  notConnected: (name) => `${name} (no conectado)`,
  withHostApi: (name, hostApi) => `${name} (${hostApi})`,
  isPreRolling:
    'El micrófono está abierto para la pregrabación. No se graba ni se envía nada hasta que pulses una tecla.',
  test: 'Probar micrófono',
  testHint: 'Habla y mira el nivel.',
  level: 'Nivel del micrófono',
  decibels: (db) => `${db} decibelios`,
};

const hold = {
  before: 'Mantén',
  after: 'y habla. Suelta para insertar las palabras en el cursor.',
};

const tryIt: Messages['home']['tryIt'] = {
  title: 'Dictar y subtitular',
  howToDictate: {
    auto: hold,
    hold,
    toggle: {
      before: 'Pulsa',
      after: 'y habla. Pulsa otra vez para insertar las palabras en el cursor.',
    },
  },
  howToCaption: { before: 'Pulsa', after: 'para iniciar y parar los subtítulos.' },
  isDemo:
    'Esta es la demo: una grabación sustituye al micrófono, y responde un pequeño servidor en este equipo. Ningún sonido sale de este equipo.',
  demo: 'La demo reproduce una grabación para un pequeño servidor en este equipo. No necesita clave, y ningún sonido sale de este equipo.',
  startCaptions: 'Iniciar subtítulos',
  stopCaptions: 'Detener subtítulos',
  tryDemo: 'Probar la grabación de demo',
};

const recent: Messages['home']['recent'] = {
  title: 'Últimos dictados',
  empty: 'Aún no hay dictados. Aparecerán aquí y se quedan en este equipo.',
  all: 'Ver todos',
};

export const home: Messages['home'] = {
  key,
  microphone,
  tryIt,
  recent,
  general: { title: 'General', asSystem: 'Como el sistema' },
};

const sayHello = { before: 'Mantén', after: 'y di hola. Luego suelta.' };

export const firstRun: Messages['firstRun'] = {
  label: 'Configuración',
  steps: { key: 'Clave', microphone: 'Micrófono', hello: 'Di hola' },
  done: 'hecho',
  keyTitle: 'Clave de AssemblyAI',
  tryDemo: 'Probar sin clave',
  microphoneHint: 'Habla: la barra se mueve.',
  languageTitle: 'El idioma que hablas',
  continue: 'Continuar',
  back: 'Atrás',
  sayHello: {
    auto: sayHello,
    hold: sayHello,
    toggle: { before: 'Pulsa', after: 'y di hola. Luego pulsa otra vez.' },
  },
  noHotkey: 'Tu tecla de dictado aún no está lista. Puedes cambiarla en Atajos.',
  words: 'Tus primeras palabras',
  demoPlays: 'La grabación de demo habla por ti.',
  works: 'Eso es todo. Funciona en cualquier app.',
  demoWorks: 'Eso es todo. Con una clave funciona en cualquier app.',
  enterKey: 'Escribir una clave',
  finish: 'Terminar',
  skip: 'Omitir',
};

export const history: Messages['history'] = {
  searchLabel: 'Buscar en el historial',
  search: 'Buscar',
  noMatches: 'Sin resultados.',
  found: (count, hasMore) => (hasMore ? `${count} o más` : `Resultados: ${count}`),
  empty: 'Aún no hay nada. Los dictados y subtítulos aparecerán aquí y se quedan en este equipo.',
  today: 'Hoy',
  yesterday: 'Ayer',
  captions: 'Subtítulos',
  captionsRun: 'En marcha',
  isPartial: 'Las últimas palabras pueden estar mal.',
  transcribing: 'Transcribiendo. El texto nuevo sustituirá a este.',
  showWhole: 'Mostrar todo el texto',
  copy: 'Copiar',
  insert: 'Insertar',
  transcribe: 'Volver a transcribir',
  export: 'Exportar…',
  exportAs: 'Exportar como',
  exportAll: 'Exportar todo…',
  exportResults: 'Exportar resultados…',
  clear: 'Eliminar todo…',
  confirmClear: '¿Eliminar todo lo de aquí?',
  formats: {
    txt: 'texto sin formato (txt)',
    md: 'Markdown (md)',
    json: 'JSON',
    srt: 'subtítulos (srt)',
    vtt: 'subtítulos (vtt)',
  },
  dialog: {
    title: 'Exportar el historial',
    fileTypes: {
      txt: 'Texto sin formato',
      md: 'Markdown',
      json: 'JSON',
      srt: 'Subtítulos SubRip',
      vtt: 'Subtítulos WebVTT',
    },
    fileNames: {
      dictation: (dateTime) => `Dictado ${dateTime}`,
      captions: (dateTime) => `Subtítulos ${dateTime}`,
      history: (dateTime) => `Historial ${dateTime}`,
    },
  },
};

export const dictation: Messages['dictation'] = {
  title: 'Inserción',
  profilesHint:
    'Solo para una app. Decide la ventana que está delante al pulsar la tecla de dictado.',
  sharedHint:
    'Con subtítulos en marcha, un dictado comparte su conexión: idioma, contexto y términos son los generales.',
  app: 'Nombre de la app',
  appHint: 'El nombre que muestra el historial. Las mayúsculas no importan.',
  everywhere: 'Como siempre',
  languageHint:
    'Otro idioma necesita otra conexión, así que las primeras palabras llegan algo más tarde.',
  promptHint: 'Sustituye al contexto general.',
  termsHint: 'Uno por línea. Van antes de los generales.',
  continues: 'Continuar el texto anterior',
  continuesHint:
    'Un dictado poco después de otro lleva un espacio delante y, dentro de una frase, minúscula.',
  pressEnter: 'Pulsar Intro tras el texto',
  pressEnterHint:
    'Solo cuando la app ha leído todo el texto. macOS, los escritorios remotos y algunas ventanas de Wayland no lo indican, así que allí no se pulsa Intro.',
};

export const unfinished: Messages['unfinished'] = {
  title: 'Aún sin transcribir',
  hint: 'CaptionKey se cerró antes de transcribir estas grabaciones.',
  recording: (duration, dateTime) => `${duration}, ${dateTime}`,
  transcribing: 'Transcribiendo…',
  transcribe: 'Transcribir ahora',
  keep: 'Conservar la grabación',
};
