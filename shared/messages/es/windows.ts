import type { Messages } from '../index.ts';
import { counting, withDecimal } from '../numbers.ts';

export const alerts: Messages['alerts'] = {
  openPage: (title) => `Abrir ${title}`,
  sections: {
    key: 'Escribir la clave',
    microphone: 'Elegir micrófono',
    doctor: 'Comprobar este equipo',
  },
  ask: {
    'copy-diagnostics': 'Copiar diagnóstico',
    'start-captions': 'Iniciar subtítulos',
    'stop-captions': 'Detener subtítulos',
  },
};

export const captions: Messages['captions'] = {
  heading: 'Subtítulos de CaptionKey',
  group: 'Subtítulos',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedWords: (count) => counting('es')(count, 'palabra copiada', 'palabras copiadas'),
  undoCopy: 'Deshacer',
  openTranscript: 'Ver transcripción',
  settings: 'Ajustes',
  stop: 'Detener',
  sources: { microphone: 'Micrófono', computer: 'Sonido del equipo' },
  listensTo: {
    microphone: 'Los subtítulos oyen el micrófono.',
    computer: 'Los subtítulos oyen el sonido del equipo.',
    both: 'Los subtítulos oyen el micrófono y el sonido del equipo.',
  },
  listenTo: {
    microphone: 'Cambiar al micrófono.',
    computer: 'Cambiar al sonido del equipo.',
    both: 'Cambiar a ambos, que cuesta el doble.',
  },
  sound: 'Sonido',
  dictationSource: 'El dictado oye siempre el micrófono.',
  noComputerSound:
    'Aquí no se puede subtitular el sonido de otros programas. Hace falta Linux con PulseAudio o PipeWire.',
  preview: 'Vista previa',
  previewFinal: 'Lo final se queda.',
  previewPartial: 'Lo nuevo puede',
  text: 'Palabras',
  background: 'Fondo',
  place: 'Ventana',
  room: 'Espacio y silencio',
  lowContrast: (ratio) =>
    `Difícil de leer: el contraste entre texto y fondo es ${withDecimal('es', ratio)}:1, menos de 4,5:1.`,
};

export const outcomes: Messages['outcomes'] = {
  inserted: 'Insertado',
  pasted: 'Pegado',
  'on-clipboard': 'En el portapapeles',
  held: 'No insertado',
  cancelled: 'Cancelado',
  silent: 'No se oyó nada',
  failed: 'No transcrito',
  running: 'Aún no ha terminado',
  interrupted: 'Interrumpido',
};

export const pill: Messages['pill'] = {
  heading: 'Dictado de CaptionKey',
  words: 'Palabras dictadas',
  toCursor: 'Tus palabras van al cursor',
  endsBy: { release: 'Suelta para insertar', press: 'Pulsa para insertar' },
  escapeCancels: 'Esc cancela',
  inserting: 'Insertando…',
  copied: 'Copiado',
  offers: { undo: 'Insertar igualmente', insert: 'Insertar aquí', copy: 'Copiar' },
};

export const status: Messages['status'] = {
  off: 'Subtítulos desactivados',
  starting: 'Iniciando…',
  connecting: 'Conectando…',
  listening: 'Escuchando…',
  reconnecting: (savedSeconds) =>
    savedSeconds < 1 ? 'Reconectando…' : `Reconectando… ${savedSeconds} s guardados`,
  catchingUp: (leftSeconds) => `Poniéndose al día, quedan ${leftSeconds} s`,
  catchingUpCosts: (leftSeconds) =>
    `Poniéndose al día, quedan ${leftSeconds} s. Hasta entonces pagas también una segunda sesión.`,
  finishing: 'Terminando…',
};

export const tray: Messages['tray'] = {
  stopDictating: 'Terminar el dictado',
  startCaptions: 'Iniciar subtítulos',
  stopCaptions: 'Detener subtítulos',
  captionsListenTo: 'Los subtítulos oyen',
  captionsSource: {
    microphone: 'Micrófono',
    computer: 'Sonido del equipo',
    both: 'Ambos (cuesta el doble)',
  },
  endClickThrough: 'Poder pulsar los subtítulos',
  off: 'Sin escuchar',
  preRolling: 'El micrófono está abierto para la pregrabación',
  starting: 'Iniciando…',
  reconnecting: 'Reconectando…',
  finishing: 'Terminando…',
  captionsOn: 'Subtítulos activados',
  dictating: 'Dictando',
  bothOn: 'Dictando, subtítulos activados',
  version: (version) => `CaptionKey ${version}`,
  today: (amount) => `Hoy: ${amount}`,
  month: (amount) => `Este mes: ${amount}`,
};

export const unnamed: Messages['unnamed'] = {
  program: 'el otro programa',
  failure: 'sin respuesta',
};
